import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Icon } from "../kit/icon.tsx";
import { Moment } from "../kit/moment.tsx";
import { classes, type View } from "../kit/view.ts";
import { MessageMenu, type Moderated } from "./message_menu.tsx";
import type { Message } from "./types.ts";

interface MessageProps {
  view: View;
  message: Message;
  /** For those who moderate this chat. */
  moderated?: Moderated;
}

/** One message, by its id the same wherever it is drawn again. */
export function ChatMessage({ view, message, moderated }: MessageProps) {
  const t = copy(view.locale).chat;
  const { id, kind, name, text, at, fromSeller, deleted, heldBack } = message;
  return (
    <li
      class={classes("message", kind === "announced" && "message-announced")}
      id={`message-${id}`}
    >
      <span class="message-name">{name}</span>
      {fromSeller && <Badge tone="accent">{t.seller}</Badge>}
      {kind === "announced" && <Badge tone="warn">{t.announced}</Badge>}
      <span class="message-at">
        <Moment view={view} at={at} style="time" />
      </span>
      {deleted
        ? <span class="message-text soft">{t.deleted}</span>
        : <span class="message-text">{text}</span>}
      {heldBack && !moderated && <span class="message-note">{t.heldBack}</span>}
      {moderated && !deleted && <MessageMenu view={view} message={message} {...moderated} />}
    </li>
  );
}

interface ListProps {
  view: View;
  messages: readonly Message[];
  moderated?: Moderated;
}

// With scripts the room keeps the list: a page that is drawn anew leaves it alone.
const kept = { "hx-morph-skip": "" };

/** What the island draws others on; it fills in each `{}`. */
function blank(at: string): Message {
  return { id: "{}", n: 0, kind: "said", name: "{}", text: "", at, fromSeller: false };
}

/** The last messages, oldest first, for those with scripts. */
export function ChatList({ view, messages, moderated }: ListProps) {
  const t = copy(view.locale).chat;
  return (
    <div class="chat-messages scripted" {...kept}>
      <div class="chat-log" role="log" tabindex={0} aria-label={t.title}>
        <ol id="chat-list" data-empty={t.empty}>
          {messages.map((message) => (
            <ChatMessage key={message.id} view={view} message={message} moderated={moderated} />
          ))}
        </ol>
      </div>
      <template id="message-template">
        <ChatMessage view={view} message={blank(view.now)} moderated={moderated} />
      </template>
    </div>
  );
}

/** The message that stands above the others. Stands in `#chat-pinned`. */
export function PinnedMessage({ view, pinned }: { view: View; pinned?: Message | null }) {
  const t = copy(view.locale).chat;
  return (
    <div id="chat-pinned">
      {pinned && (
        <p class="chat-pinned">
          <Icon name="pin" />
          <span>
            <span class="hidden-text">{t.pinned}</span>
            <span class="message-name">{pinned.name}</span> {pinned.text}
          </span>
        </p>
      )}
    </div>
  );
}

/**
 * The messages for a browser without scripts: in a frame that fetches itself anew, so that what
 * somebody types beside it is left alone.
 */
export function ChatFrame({ view, showId, still }: {
  view: View;
  showId: string;
  /** For those who moderate: it waits for them. */
  still?: boolean;
}) {
  return (
    <noscript>
      <iframe
        class="chat-frame"
        src={`/shows/${showId}/messages${still ? "?still" : ""}`}
        title={copy(view.locale).chat.title}
      />
    </noscript>
  );
}
