import { Hono } from "hono";
import { type Outcome, refuse, Refused } from "../errors.ts";
import type { Env, Visit } from "../http/env.ts";
import { media_hook_bytes_max } from "../limits.ts";
import type { Media } from "../platform.ts";
import type { Shop } from "../shop.ts";
import { hearMediaServer } from "./heartbeat.ts";
import { deviceIn, isToken, type MediaHook, readHeartbeat, readHook } from "./hook.ts";
import { publish } from "./publish.ts";
import { keepRecording } from "./recordings.ts";
import { unpublish } from "./unpublish.ts";

/** What the media server asks and tells. Who has not its token is refused, whatever they send. */
export const mediaHooks = new Hono<Env>();

mediaHooks.post("/hooks/media", function hearHook(c) {
  return answer(c, (text, { publishUrl }) => act(c.var.shop, readHook(text, publishUrl)));
});

mediaHooks.post("/hooks/media/heartbeats", function hearHeartbeat(c) {
  return answer(c, async (text) => {
    await hearMediaServer(c.var.shop, readHeartbeat(text));
    return {};
  }, deviceIn);
});

async function act(
  shop: Shop,
  { action, client, key, file }: MediaHook,
): Promise<Outcome<unknown>> {
  switch (action) {
    case "on_publish":
      return client ? await publish(shop, client, key) : refuse("PUBLISH_REFUSED");
    case "on_unpublish":
      if (client) await unpublish(shop, client);
      return {};
    case "on_dvr":
      if (!client || !file) return refuse("INVALID");
      return await keepRecording(shop.platform.database, client, file) ? {} : refuse("INVALID");
    default:
      // Anybody may watch.
      return {};
  }
}

type Hear = (text: string, media: Media) => Promise<Outcome<unknown>>;

/** Where the token stands when the address has none. */
type TokenIn = (text: string) => string;

/** Answers as SRS reads it: zero lets somebody in, and anything else does not. */
async function answer(c: Visit, hear: Hear, tokenIn?: TokenIn): Promise<Response> {
  const { refusal } = await heard(c, hear, tokenIn);
  if (!refusal) return c.json({ code: 0 });
  const { code, field } = refusal;
  c.var.shop.platform.log("info", "media.refused", { code, field });
  return c.json({ code: 403, refusal: code, reason: field }, 403);
}

async function heard(
  c: Visit,
  hear: Hear,
  tokenIn: TokenIn = () => "",
): Promise<Outcome<unknown>> {
  const { media } = c.var.shop.platform.configuration;
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > media_hook_bytes_max) return refuse("BODY_TOO_LARGE");
  const text = new TextDecoder().decode(bytes);
  const token = c.req.query("token") ?? tokenIn(text);
  if (!media || !isToken(token, media.hookToken)) return refuse("ORIGIN_REFUSED");
  try {
    return await hear(text, media);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
