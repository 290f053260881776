import { copy } from "../../copy/mod.ts";
import { Button } from "../../kit/button.tsx";
import { Form } from "../../kit/form.tsx";
import type { View } from "../../kit/view.ts";
import { ChatForm } from "../../shop/chat.tsx";
import { ChatFrame, ChatList, PinnedMessage } from "../../shop/chat_list.tsx";
import { roomWords } from "../../shop/room_words.ts";
import type { Message } from "../../shop/types.ts";
import { Panel } from "../desk_page.tsx";
import type { AirShow } from "./air_page.tsx";

interface Props {
  view: View;
  show: AirShow;
  messages: readonly Message[];
  airing: boolean;
}

/** The chat, with what can be done about each message. */
export function AirChat({ view, show, messages, airing }: Props) {
  const t = copy(view.locale).desk.air;
  const path = `/desk/shows/${show.id}/air`;
  return (
    <Panel
      title={t.chat}
      id="chat"
      class="air-chat"
      aside={
        <p class="soft small">
          <span
            class="scripted"
            data-room={airing ? show.id : undefined}
            data-words={airing ? roomWords(view) : undefined}
            data-live-state
            role="status"
          >
            {airing && t.follows}
          </span>
          <a class="unscripted" href={`${path}#chat`}>{t.refresh}</a>
        </p>
      }
    >
      <div class="air-pinned" id="air-pinned" data-fresh="often">
        {show.pinned
          ? (
            <>
              <PinnedMessage view={view} pinned={show.pinned} />
              <Form view={view} action={`${path}/pin-removal`}>
                <Button kind="quiet" size="small">{t.unpin}</Button>
              </Form>
            </>
          )
          : <p class="soft small">{t.pinnedNone}</p>}
      </div>
      <ChatList view={view} messages={messages} moderated={{ showId: show.id, from: path }} />
      <ChatFrame view={view} showId={show.id} still />
      <ChatForm view={view} showId={show.id} may={airing ? "write" : "closed"} />
    </Panel>
  );
}
