import { copy } from "../../views/copy/mod.ts";
import type { Fault } from "../../views/kit/view.ts";
import { ChatForm, ChatPage } from "../../views/shop/chat.tsx";
import { ChatList } from "../../views/shop/chat_list.tsx";
import type { Visit } from "../http/env.ts";
import { fragment, page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { asksForFragment, viewOf } from "../http/view.ts";
import { lookAtShow } from "../shows/read_show.ts";
import { isAiring, type Show } from "../shows/shows.ts";
import { moderatedFrom } from "./moderation/moderated_show.ts";

/** The chat of a show: its last messages to htmx, on a page of its own to a browser. */
export async function chatPage(c: Visit, showId: string, fault?: Fault): Promise<Response> {
  const { show, messages } = await lookAtShow(c.var.shop, showId);
  const view = viewOf(c);
  const moderated = moderatedFrom(c, show, `/shows/${show.id}/chat`);
  if (asksForFragment(c)) {
    return fragment(c, <ChatList view={view} messages={messages} moderated={moderated} />);
  }
  return await page(c, {
    title: copy(view.locale).chat.all(show.title),
    scripts: ["room.js"],
    status: statusOf(c, fault),
    body: (
      <ChatPage
        view={view}
        showId={show.id}
        title={show.title}
        messages={messages}
        pinned={show.pinned}
        moderated={moderated}
        may={may(c, show)}
        fault={fault}
      />
    ),
  });
}

/** The form alone: empty after a message went out, with its text and the reason after a refusal. */
export async function chatForm(c: Visit, showId: string, fault?: Fault): Promise<Response> {
  const { show } = await lookAtShow(c.var.shop, showId);
  const form = <ChatForm view={viewOf(c)} showId={show.id} may={may(c, show)} fault={fault} />;
  return fragment(c, form, statusOf(c, fault));
}

function may(c: Visit, show: Show) {
  if (!isAiring(show)) return "closed";
  return c.var.person ? "write" : "signIn";
}
