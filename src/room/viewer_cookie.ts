import { getCookie, setCookie } from "hono/cookie";
import type { Visit } from "../http/env.ts";
import { isUuid } from "../http/identity.ts";
import { viewer_cookie_days } from "../limits.ts";

/** Lets a guest's tabs be counted as one viewer. It names nobody, and opens nothing. */
export function rememberViewer(c: Visit): void {
  if (c.var.person || isUuid(getCookie(c, "viewer") ?? "")) return;
  setCookie(c, "viewer", crypto.randomUUID(), {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: c.var.shop.platform.configuration.secureCookies,
    maxAge: viewer_cookie_days * 24 * 3600,
  });
}
