import { Hono } from "hono";
import { Refused } from "../errors.ts";
import type { Env } from "../http/env.ts";
import { isUuid } from "../http/identity.ts";
import { invalid } from "../http/invalid.ts";
import { keepSample } from "./keep_sample.ts";
import { PlaybackSample } from "./sample.ts";

/** What players tell of themselves when somebody leaves. Nobody reads the answer. */
export const playback = new Hono<Env>();

playback.post("/shows/:id/playback", async function hearPlayer(c) {
  const read = PlaybackSample.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) throw new Refused(invalid(read.error.issues));
  const id = c.req.param("id");
  if (isUuid(id)) await keepSample(c.var.shop.platform.database, id, read.data);
  return c.body(null, 204);
});
