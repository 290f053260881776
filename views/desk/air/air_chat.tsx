import { copy } from "../../copy/mod.ts";
import { Button } from "../../kit/button.tsx";
import { Form } from "../../kit/form.tsx";
import type { View } from "../../kit/view.ts";
import { ChatForm } from "../../shop/chat.tsx";
import { ChatList, PinnedMessage } from "../../shop/chat_list.tsx";
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
  const { desk: { air: t }, show: { lost } } = copy(view.locale);
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
            data-live={airing ? `/shows/${show.id}/live` : undefined}
            data-lost={lost}
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
      <ChatForm view={view} showId={show.id} may={airing ? "write" : "closed"} />
    </Panel>
  );
}
