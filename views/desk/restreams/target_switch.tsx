import type { TargetStanding } from "../../../src/restreams/read_targets.ts";
import { copy } from "../../copy/mod.ts";
import { Button } from "../../kit/button.tsx";
import { Form } from "../../kit/form.tsx";
import type { View } from "../../kit/view.ts";

/** Switches sending to a target on and off, and begins anew where it failed. */
export function TargetSwitch({ view, target }: { view: View; target: TargetStanding }) {
  const t = copy(view.locale).desk.restreams;
  const { id, name, enabled, standing } = target;
  const failed = standing === "failed";
  return (
    <Form view={view} action={`/desk/restreams/${id}/sending`} class="actions">
      {failed && (
        <Button kind="secondary" size="small" name="on" value="true" label={t.againOf(name)}>
          {t.again}
        </Button>
      )}
      <Button
        kind="secondary"
        size="small"
        name="on"
        value={enabled ? "false" : "true"}
        label={enabled ? t.offOf(name) : t.onOf(name)}
      >
        {enabled ? t.switchOff : t.switchOn}
      </Button>
    </Form>
  );
}
