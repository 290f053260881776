import type { mute_minutes_default } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { Icon } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";
import type { Message } from "./types.ts";

/** Where a moderator acts, to come back to. */
export interface Moderated {
  showId: string;
  /** The path of the page that the menu stands on. */
  from: string;
}

/** What a moderator can do about a message: folded until it is wanted, with keys as with a finger. */
export function MessageMenu({ view, message, showId, from }: Moderated & {
  view: View;
  message: Message;
}) {
  const t = copy(view.locale).moderation;
  const { id, name, fromSeller, heldBack } = message;
  return (
    <details class="message-menu">
      <summary aria-label={t.menu(name)}>
        <Icon name="more" />
      </summary>
      <Form
        view={view}
        action={`/shows/${showId}/messages/${id}/moderation`}
        class="message-acts"
        swap={{ target: "#toast", how: "innerHTML" }}
      >
        <input type="hidden" name="from" value={from} />
        {heldBack && <Act act="release" text={t.release} />}
        <Act act="delete" text={t.delete} />
        {!heldBack && <Act act="pin" text={t.pin} />}
        {!fromSeller && <Act act="mute" text={t.mute(minutes)} />}
        {!fromSeller && <Act act="ban" text={t.ban} danger />}
      </Form>
    </details>
  );
}

// The type holds this to the number in src/limits.ts, which views do not import.
const minutes: typeof mute_minutes_default = 10;

function Act({ act, text, danger }: { act: string; text: string; danger?: boolean }) {
  return (
    <Button kind={danger ? "danger" : "secondary"} size="small" name="act" value={act}>
      {text}
    </Button>
  );
}
