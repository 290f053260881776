import { Hono } from "hono";
import { compress } from "hono/compress";
import { languageDetector } from "hono/language";
import { locales } from "../../views/copy/mod.ts";
import type { Shop } from "../shop.ts";
import { boundedBody } from "./body.ts";
import type { Env } from "./env.ts";
import { answerFailure, answerNothing } from "./failure.tsx";
import { headers, named } from "./headers.ts";
import { ownOrigin } from "./origin.ts";
import { pageOfForm } from "./page_of_form.ts";
import { rated } from "./rate.ts";
import { knowsPerson } from "./session.ts";

/** Some capabilities, behind what every request passes. */
export function everyRequest(shop: Shop, capabilities: readonly Hono<Env>[]): Hono<Env> {
  const { platform } = shop;
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
  return app;
}
