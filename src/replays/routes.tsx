import { Hono } from "hono";
import { copy } from "../../views/copy/mod.ts";
import { ReplayPage } from "../../views/shop/replay_page.tsx";
import { Refused } from "../errors.ts";
import type { Env } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { viewOf } from "../http/view.ts";
import { readRecordings } from "../media/recordings.ts";
import { lookAtShow } from "../shows/read_show.ts";
import { isAiring } from "../shows/shows.ts";
import { partsOf, secondOf } from "./parts.ts";
import { readPart } from "./read_replay.ts";

/** Shows that are over, to be watched again. */
export const replays = new Hono<Env>();

replays.get("/shows/:id/replay", async function showReplay(c) {
  const { database, configuration: { media } } = c.var.shop.platform;
  const { show, offers } = await lookAtShow(c.var.shop, c.req.param("id"));
  if (isAiring(show)) return c.redirect(`/shows/${show.id}`, 303);
  const parts = partsOf(await readRecordings(database, show.id));
  const number = wholeNumber(c.req.query("part"), 1);
  const part = parts[number - 1];
  if (!media || !part) throw new Refused({ code: "NOT_YOURS" });

  const { messages, marks } = await readPart(database, show.id, part);
  const view = viewOf(c);
  return await page(c, {
    title: `${copy(view.locale).replay.title}: ${show.title}`,
    scripts: ["replay.js"],
    body: (
      <ReplayPage
        view={view}
        show={{ ...show, sellerName: show.seller.name }}
        src={`${media.playUrl}/recordings/${encodeURIComponent(part.file)}`}
        second={wholeNumber(c.req.query("t"), 0)}
        part={number}
        parts={parts}
        messages={messages.map((message) => ({ ...message, second: secondOf(part, message.at) }))}
        marks={marks.flatMap(({ productId, at }) => {
          const product = offers.find(({ id }) => id === productId);
          return product ? [{ product, second: secondOf(part, at) }] : [];
        })}
      />
    ),
  });
});

const digits_max = 6;

/** A number of an address; anything else counts as none. */
function wholeNumber(text: string | undefined, otherwise: number): number {
  return text && /^\d+$/.test(text) && text.length <= digits_max ? Number(text) : otherwise;
}
