import { createMiddleware } from "hono/factory";
import { Refused } from "../errors.ts";
import type { Configuration } from "../platform.ts";
import type { Env } from "./env.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses unsafe requests that another site's page sent. Browsers name the origin of every unsafe
 * request; what names none is no browser, and carries nobody's cookies by accident.
 */
export const ownOrigin = createMiddleware<Env>(async (c, next) => {
  if (
    !safe.has(c.req.method) && !c.req.path.startsWith("/hooks/") &&
    isForeign(c.req.raw, c.var.shop.platform.configuration)
  ) {
    throw new Refused({ code: "ORIGIN_REFUSED" });
  }
  await next();
});

/** Whether another site's page sent a request. */
export function isForeign(
  { headers, url }: Request,
  { publicOrigin }: Pick<Configuration, "publicOrigin">,
): boolean {
  const origin = headers.get("origin");
  if (origin === null) {
    const site = headers.get("sec-fetch-site");
    return site !== null && site !== "same-origin" && site !== "none";
  }
  return origin !== (publicOrigin ?? new URL(url).origin);
}
