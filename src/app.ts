import type { Hono } from "hono";
import { capabilities } from "./capabilities.ts";
import { callbackHandlers } from "./callbacks.ts";
import type { Client, Env } from "./http/env.ts";
import { everyRequest } from "./http/every_request.ts";
import { callbackRoutes } from "./schedule/receive.ts";
import { type Admission, admit } from "./room/door.ts";
import type { Platform } from "./platform.ts";
import { openShop, type Shop } from "./shop.ts";

export interface App {
  readonly shop: Shop;
  readonly fetch: (request: Request, client?: Client) => Response | Promise<Response>;
  /** Answers a request for a socket, which `fetch` knows nothing of. */
  readonly admit: (request: Request) => Promise<Admission | Response>;
  /** Says from now on that nobody should be sent here any more. Whoever comes is served. */
  leave(): void;
  /** Asks for the callbacks that keep the shop tidy. Say it once the application is reachable. */
  opened(): Promise<void>;
}

/**
 * The whole application, for the runtime that the platform stands for. Where code is loaded by
 * parts, who serves shoppers alone never loads what sellers and programs ask for.
 */
export function makeApp(platform: Platform): App {
  const shop = openShop(platform);
  const front = everyRequest(shop, capabilities);
  front.route("/", callbackRoutes(platform, callbackHandlers(shop)));
  let back: Promise<Hono<Env>> | undefined;

  function openBack() {
    return back ??= import("./back_office.ts").then(({ backOffice }) =>
      everyRequest(shop, backOffice)
    );
  }

  return {
    shop,
    async fetch(request, client = {}) {
      const app = isForBack(request) ? await openBack() : front;
      return await app.fetch(request, client);
    },
    admit: (request) => admit(shop, request),
    leave: () => shop.leaving = true,
    async opened() {
      await shop.callbacks.every("* * * * *", "sweep");
      if (platform.configuration.media) await shop.callbacks.every("*/5 * * * *", "media-check");
    },
  };
}

function isForBack({ url }: Request): boolean {
  return /^\/(desk|api|hooks\/media|hooks\/restreams)(\/|$)/.test(new URL(url).pathname);
}
