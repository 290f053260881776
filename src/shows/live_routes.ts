import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { granted } from "../http/problem.ts";
import { lookAtShow } from "./read_show.ts";
import { isAiring } from "./shows.ts";

/** `/shows/:id/live`: what changes on the page of a show, as it changes. */
export const live = new Hono<Env>();

live.get("/shows/:id/live", async function followShow(c) {
  const { shop } = c.var;
  const { show } = await lookAtShow(shop, c.req.param("id"));
  // Tells an EventSource not to come again.
  if (!isAiring(show)) return c.body(null, 204);
  // Nobody would read the stream, nor end it.
  if (c.req.method === "HEAD") return c.body(null);
  const { stream } = granted(shop.audiences.join(show.id, c.var.language));
  return c.body(stream, 200, {
    "content-type": "text/event-stream; charset=utf-8",
    // Proxies that gather an answer before they pass it on would hold the news back.
    "x-accel-buffering": "no",
  });
});
