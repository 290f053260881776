import { createMiddleware } from "hono/factory";
import { Refused } from "../errors.ts";
import type { Env, Visit } from "./env.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses unsafe requests that another site's page sent. Browsers name the origin of every unsafe
 * request; what names none is no browser, and carries nobody's cookies by accident.
 */
export const ownOrigin = createMiddleware<Env>(async (c, next) => {
  if (!safe.has(c.req.method) && !c.req.path.startsWith("/hooks/") && isForeign(c)) {
    throw new Refused({ code: "ORIGIN_REFUSED" });
  }
  await next();
});

function isForeign(c: Visit) {
  const origin = c.req.header("origin");
  if (origin === undefined) {
    const site = c.req.header("sec-fetch-site");
    return site !== undefined && site !== "same-origin" && site !== "none";
  }
  const { publicOrigin } = c.var.shop.platform.configuration;
  return origin !== (publicOrigin ?? new URL(c.req.url).origin);
}
