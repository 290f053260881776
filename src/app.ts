import { Hono } from "hono";
import { compress } from "hono/compress";
import { languageDetector } from "hono/language";
import { locales } from "../views/copy/mod.ts";
import { capabilities } from "./capabilities.ts";
import { callbackHandlers } from "./callbacks.ts";
import { boundedBody } from "./http/body.ts";
import type { Client, Env } from "./http/env.ts";
import { answerFailure, answerNothing } from "./http/failure.tsx";
import { headers, named } from "./http/headers.ts";
import { ownOrigin } from "./http/origin.ts";
import { pageOfForm } from "./http/page_of_form.ts";
import { rated } from "./http/rate.ts";
import { knowsPerson } from "./http/session.ts";
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

/** The whole application, for the runtime that the platform stands for. */
export function makeApp(platform: Platform): App {
  const shop = openShop(platform);
  const app = new Hono<Env>();

  app.use(async function giveShop(c, next) {
    c.set("shop", shop);
    await next();
  });
  app.onError(answerFailure);
  app.notFound(function leadBack(c) {
    const page = c.req.method === "GET" ? pageOfForm(app.routes, c.req.path) : undefined;
    return page ? c.redirect(page, 303) : answerNothing(c);
  });

  app.use(named, headers(platform.configuration), compress({ encoding: "gzip" }));
  app.use(languageDetector({
    supportedLanguages: [...locales],
    fallbackLanguage: "ko",
    order: ["cookie", "header"],
    lookupCookie: "locale",
    caches: false,
  }));
  app.use(ownOrigin, boundedBody, knowsPerson(shop.sessions), rated(shop.rates, platform));

  for (const capability of capabilities) app.route("/", capability);
  app.route("/", callbackRoutes(platform, callbackHandlers(shop)));

  return {
    shop,
    fetch: (request, client = {}) => app.fetch(request, client),
    admit: (request) => admit(shop, request),
    leave: () => shop.leaving = true,
    async opened() {
      await shop.callbacks.every("* * * * *", "sweep");
      if (platform.configuration.media) await shop.callbacks.every("*/5 * * * *", "media-check");
    },
  };
}
