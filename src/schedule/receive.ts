import type { Receiver } from "@upstash/qstash";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { Refused } from "../errors.ts";
import { callback_body_bytes_max, callback_clock_tolerance_seconds } from "../limits.ts";
import type { Platform } from "../platform.ts";
import { callbackUrl } from "./address.ts";

/**
 * What happens when a moment has come. A callback may come late, twice, or never, and whoever
 * holds a signed one may send it again: a handler asks the database what is true now ("which holds
 * are overdue?") and never trusts that it was called once, or in time. One that throws is called
 * again later.
 */
export type CallbackHandler = (body: unknown, platform: Platform) => Promise<void>;

export type CallbackHandlers = Readonly<Record<string, CallbackHandler>>;

/** `POST /hooks/callbacks/:name`, for the scheduler alone. */
export function callbackRoutes(platform: Platform, handlers: CallbackHandlers): Hono {
  const { currentSigningKey, nextSigningKey } = platform.scheduler;
  let opened: Promise<Receiver> | undefined;
  const registry = new Map(Object.entries(handlers));
  const routes = new Hono();

  function open(): Promise<Receiver> {
    return opened ??= import("@upstash/qstash").then(({ Receiver }) =>
      new Receiver({ currentSigningKey, nextSigningKey, devMode: false })
    );
  }

  async function verify(c: Context, name: string, body: string): Promise<void> {
    const receiver = await open();
    try {
      await receiver.verify({
        signature: c.req.header("Upstash-Signature") ?? "",
        body,
        url: callbackUrl(platform, name),
        clockTolerance: callback_clock_tolerance_seconds,
      });
    } catch (error) {
      platform.log("warn", "callback.refused", { reason: String(error).slice(0, 200) });
      throw new Refused({ code: "ORIGIN_REFUSED" });
    }
  }

  routes.post(
    "/hooks/callbacks/:name{[a-z][a-z0-9-]*}",
    bodyLimit({
      maxSize: callback_body_bytes_max,
      onError: () => {
        throw new Refused({ code: "BODY_TOO_LARGE" });
      },
    }),
    async function receiveCallback(c) {
      const name = c.req.param("name");
      const body = await c.req.text();
      await verify(c, name, body);
      const handler = registry.get(name);
      if (handler === undefined) return c.notFound();
      await handler(jsonOf(body), platform);
      return c.body(null, 204);
    },
  );

  return routes;
}

function jsonOf(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused({ code: "INVALID", field: "body" });
  }
}
