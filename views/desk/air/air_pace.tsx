import { copy } from "../../copy/mod.ts";
import { Button } from "../../kit/button.tsx";
import { Field, Select } from "../../kit/field.tsx";
import { Form } from "../../kit/form.tsx";
import type { Fault, View } from "../../kit/view.ts";
import { Panel } from "../desk_page.tsx";
import type { AirShow } from "./air_page.tsx";

const paces = [0, 5, 10, 30, 60, 120];

/** Something that everybody should read. */
export function Announce({ view, showId, fault }: { view: View; showId: string; fault?: Fault }) {
  const t = copy(view.locale).desk.air;
  return (
    <Panel title={t.announce}>
      <Form view={view} action={`/desk/shows/${showId}/air/announcements`} class="stack">
        <Field
          view={view}
          id="announcement"
          name="text"
          label={t.announce}
          hint={t.announceHint}
          maxlength={500}
          fault={fault}
          required
        />
        <div class="actions">
          <Button kind="secondary">{t.announceNow}</Button>
        </div>
      </Form>
    </Panel>
  );
}

/** How often each shopper may write. */
export function SlowMode({ view, show, fault }: { view: View; show: AirShow; fault?: Fault }) {
  const t = copy(view.locale).desk.air;
  const { id, slowModeSeconds } = show;
  const choices = [...new Set([...paces, slowModeSeconds])].sort((one, other) => one - other);
  return (
    <Panel title={t.slow}>
      <Form view={view} action={`/desk/shows/${id}/air/slow-mode`} class="desk-line-form">
        <Select
          view={view}
          name="seconds"
          label={t.slow}
          hint={t.slowHint}
          value={String(slowModeSeconds)}
          options={choices.map((seconds) => ({
            value: String(seconds),
            text: seconds === 0 ? t.slowOff : t.seconds(seconds),
          }))}
          fault={fault}
        />
        <Button kind="secondary">{t.set}</Button>
      </Form>
    </Panel>
  );
}
