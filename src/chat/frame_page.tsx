import { renderToString } from "preact-render-to-string";
import type { Fault } from "../../views/kit/view.ts";
import { ChatFramePage } from "../../views/shop/chat_frame_page.tsx";
import type { Message } from "../../views/shop/types.ts";
import type { Visit } from "../http/env.ts";
import { statusOf } from "../http/refused.ts";
import { viewOf } from "../http/view.ts";
import { chat_frame_refresh_seconds } from "../limits.ts";
import { lookAtShow } from "../shows/read_show.ts";
import { isAiring } from "../shows/shows.ts";
import { readOwnHeldBack } from "./messages.ts";
import { moderatedFrom } from "./moderation/moderated_show.ts";

/**
 * The messages of a show alone, for a frame in a page without scripts. It comes again by itself for
 * as long as the show can change, unless somebody holds it still.
 */
export async function framePage(c: Visit, showId: string, fault?: Fault): Promise<Response> {
  const { show, messages } = await lookAtShow(c.var.shop, showId);
  const own = await ownHeldBack(c, show.id);
  const still = fault !== undefined || c.req.query("still") !== undefined || !isAiring(show);
  if (!still) c.header("Refresh", String(chat_frame_refresh_seconds));
  c.header("Vary", "Cookie, Accept-Language");
  const document = (
    <ChatFramePage
      view={viewOf(c)}
      showId={show.id}
      title={show.title}
      messages={[...messages, ...own].reverse()}
      still={still}
      moderated={moderatedFrom(c, show, `/shows/${show.id}/messages?still`)}
      fault={fault}
    />
  );
  return c.html("<!doctype html>" + renderToString(document), statusOf(c, fault));
}

/** What somebody said that nobody else sees yet stands behind what everybody sees. */
async function ownHeldBack(c: Visit, showId: string): Promise<readonly Message[]> {
  const { person, shop } = c.var;
  return person ? await readOwnHeldBack(shop.platform.database, showId, person.id) : [];
}
