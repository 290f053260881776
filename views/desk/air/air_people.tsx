import { copy } from "../../copy/mod.ts";
import { Button } from "../../kit/button.tsx";
import { Field } from "../../kit/field.tsx";
import { Form } from "../../kit/form.tsx";
import { formatMoment } from "../../kit/moment.tsx";
import type { Fault, View } from "../../kit/view.ts";
import { ChatMessage } from "../../shop/chat_list.tsx";
import type { Message } from "../../shop/types.ts";
import { Panel } from "../desk_page.tsx";

/** Messages that wait for somebody to look at them. Stands in `#held-back`. */
export function HeldBack({ view, showId, messages }: {
  view: View;
  showId: string;
  messages: readonly Message[];
}) {
  const t = copy(view.locale).desk.air;
  const moderated = { showId, from: `/desk/shows/${showId}/air` };
  return (
    <Panel title={t.heldBack}>
      <div id="held-back" data-fresh="often">
        {messages.length === 0 && <p class="soft">{t.heldBackNone}</p>}
        <ol class="air-held">
          {messages.map((message) => (
            <ChatMessage key={message.id} view={view} message={message} moderated={moderated} />
          ))}
        </ol>
      </div>
    </Panel>
  );
}

export interface SilencedPerson {
  readonly personId: string;
  readonly name: string;
  /** ISO 8601, of a mute; a ban lasts. */
  readonly until: string | null;
}

/** Who may not write in the shop's chats. Stands in `#silenced`. */
export function SilencedPeople({ view, showId, silenced }: {
  view: View;
  showId: string;
  silenced: readonly SilencedPerson[];
}) {
  const t = copy(view.locale).desk.air;
  return (
    <Panel title={t.silenced}>
      <div id="silenced" data-fresh="often">
        {silenced.length === 0 && <p class="soft">{t.silencedNone}</p>}
        <ul class="desk-list">
          {silenced.map(({ personId, name, until }) => (
            <li key={`${personId} ${until}`}>
              <span class="desk-list-text">
                {name}
                <span class="soft small">
                  {until ? t.mutedUntil(formatMoment(view, until, "time")) : t.banned}
                </span>
              </span>
              <Form
                view={view}
                action={`/desk/shows/${showId}/air/${until ? "mute" : "ban"}-removal`}
              >
                <Button
                  kind="secondary"
                  size="small"
                  name="personId"
                  value={personId}
                  label={until ? t.unmuteOf(name) : t.unbanOf(name)}
                >
                  {until ? t.unmute : t.unban}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

/** The words that hold a message back. */
export function HeldWords({ view, showId, words, fault }: {
  view: View;
  showId: string;
  words: readonly string[];
  fault?: Fault;
}) {
  const t = copy(view.locale).desk.air;
  const path = `/desk/shows/${showId}/air`;
  return (
    <Panel title={t.words} id="held-words">
      {words.length === 0 && <p class="soft">{t.wordsNone}</p>}
      <ul class="air-words">
        {words.map((word) => (
          <li key={word}>
            <Form view={view} action={`${path}/held-word-removal`} class="air-word">
              <span>{word}</span>
              <Button
                kind="quiet"
                size="small"
                icon="cross"
                name="word"
                value={word}
                label={t.removeWord(word)}
              >
                {""}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form view={view} action={`${path}/held-words`} class="desk-line-form">
        <Field
          view={view}
          name="word"
          label={t.word}
          hint={t.wordHint}
          maxlength={40}
          autocomplete="off"
          fault={fault}
          required
        />
        <Button kind="secondary">{t.addWord}</Button>
      </Form>
    </Panel>
  );
}
