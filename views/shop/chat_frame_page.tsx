import { copy } from "../copy/mod.ts";
import { RefusalNotice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";
import { ChatMessage } from "./chat_list.tsx";
import type { Moderated } from "./message_menu.tsx";
import type { Message } from "./types.ts";

export interface ChatFrameProps {
  view: View;
  showId: string;
  title: string;
  /** Newest first: what a frame shows when it is drawn anew is its top. */
  messages: readonly Message[];
  /** It does not fetch itself anew: to read in peace, and to moderate. */
  still: boolean;
  moderated?: Moderated;
  fault?: Fault;
}

/** A document of messages alone, for the frame of those who have no scripts. */
export function ChatFramePage(props: ChatFrameProps) {
  const { view, showId, title, messages, still, moderated, fault } = props;
  const t = copy(view.locale).chat;
  const path = `/shows/${showId}/messages`;
  return (
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.all(title)}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={view.asset("shop.css")} />
      </head>
      <body class="frame-chat">
        <main>
          <h1 class="hidden-text">{t.all(title)}</h1>
          <RefusalNotice view={view} fault={fault} />
          <p class="soft small">
            {still ? t.framePaused : t.frameLive}{" "}
            <a href={still ? path : `${path}?still`}>{still ? t.frameGoOn : t.framePause}</a>
          </p>
          <ol id="chat-list" data-empty={t.empty}>
            {messages.map((message) => (
              <ChatMessage
                key={message.id}
                view={view}
                message={message}
                moderated={still ? moderated : undefined}
              />
            ))}
          </ol>
        </main>
      </body>
    </html>
  );
}
