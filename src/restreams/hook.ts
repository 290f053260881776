import { Hono } from "hono";
import { Refused } from "../errors.ts";
import type { Env } from "../http/env.ts";
import { isToken } from "../media/hook.ts";
import { TellingBody } from "./door.ts";
import { tellTargets } from "./tell.ts";

/** What the restreamer tells and is told. Keys go to nobody without the media server's token. */
export const restreamHook = new Hono<Env>();

restreamHook.post("/hooks/restreams", async function hearRestreamer(c) {
  const { platform } = c.var.shop;
  const { media } = platform.configuration;
  if (!media || !isToken(c.req.query("token") ?? "", media.hookToken)) {
    throw new Refused({ code: "ORIGIN_REFUSED" });
  }
  const told = TellingBody.safeParse(await c.req.json().catch(() => undefined));
  if (!told.success) throw new Refused({ code: "INVALID", field: "targets" });
  return c.json({ targets: await tellTargets(platform, told.data.targets) });
});
