import type { message_characters_max } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Form } from "../kit/form.tsx";
import { Icon } from "../kit/icon.tsx";
import { RefusalNotice } from "../kit/notice.tsx";
import { type Fault, typed, type View } from "../kit/view.ts";
import { ChatFrame, ChatList, PinnedMessage } from "./chat_list.tsx";
import type { Moderated } from "./message_menu.tsx";
import { roomWords } from "./room_words.ts";
import type { Message } from "./types.ts";

interface ChatFormProps {
  view: View;
  showId: string;
  /** `"closed"` when the show does not take messages any more. */
  may: "write" | "signIn" | "closed";
  fault?: Fault;
}

/** Answers itself: empty after a message went out, with its text after a refusal. */
export function ChatForm({ view, showId, may, fault }: ChatFormProps) {
  const t = copy(view.locale).chat;
  if (may === "closed") return <p id="chat-form" class="chat-form soft small">{t.closed}</p>;
  if (may === "signIn") {
    const from = encodeURIComponent(`/shows/${showId}#chat`);
    return (
      <p id="chat-form" class="chat-form">
        <a href={`/sign-in?from=${from}`}>{t.signIn}</a>
      </p>
    );
  }
  return (
    <Form
      view={view}
      action={`/shows/${showId}/messages`}
      id="chat-form"
      class="chat-form"
      swap={{ target: "#chat-form", how: "outerHTML" }}
    >
      <RefusalNotice view={view} fault={fault} />
      <span class="chat-line">
        <label class="hidden-text" for="chat-text">{t.label}</label>
        <input
          id="chat-text"
          name="text"
          value={typed(fault, "text")}
          placeholder={t.placeholder}
          maxlength={longest}
          autocomplete="off"
          enterkeyhint="send"
          required
        />
        <button type="submit" class="chat-send" aria-label={t.send}>
          <Icon name="send" />
        </button>
      </span>
    </Form>
  );
}

// The type holds this to the number in src/limits.ts, which views do not import.
const longest: typeof message_characters_max = 500;

export interface ChatPageProps extends ChatFormProps {
  title: string;
  messages: readonly Message[];
  pinned?: Message | null;
  moderated?: Moderated;
}

/** The chat on a page of its own, which reloads well. */
export function ChatPage({ title, messages, pinned, moderated, ...form }: ChatPageProps) {
  const t = copy(form.view.locale).chat;
  return (
    <section
      class="chat chat-alone"
      data-room={form.may === "closed" ? undefined : form.showId}
      data-words={form.may === "closed" ? undefined : roomWords(form.view)}
    >
      <h1>{t.all(title)}</h1>
      <PinnedMessage view={form.view} pinned={pinned} />
      <ChatList view={form.view} messages={messages} moderated={moderated} />
      <ChatFrame view={form.view} showId={form.showId} />
      <ChatForm {...form} />
      <p>
        <a href={`/shows/${form.showId}`}>{t.back}</a>
      </p>
    </section>
  );
}
