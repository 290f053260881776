import { uuidv7 } from "uuidv7";
import type { Locale, View } from "../../views/kit/view.ts";
import type { Platform } from "../platform.ts";
import type { Visit } from "./env.ts";

/** What views are drawn with, for this visit. */
export function viewOf(c: Visit): View {
  return viewFor(c.var.shop.platform, c.var.language);
}

/** What views are drawn with, for everybody who reads this language. */
export function viewFor(platform: Platform, locale: Locale): View {
  return {
    locale,
    now: new Date(platform.now()).toISOString(),
    timeZone: platform.configuration.timeZone,
    requestId: uuidv7,
    asset: (name) => platform.assets.path(name),
  };
}

/** The path of this visit with its query, where a person can be led back to. */
export function pathOf(c: Visit): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

/**
 * The path at which what this visit shows can be read again. A refused form is drawn where it was
 * sent to, but stands on the page that it came from.
 */
export function readablePathOf(c: Visit): string {
  if (c.req.method === "GET") return pathOf(c);
  const { publicOrigin = new URL(c.req.url).origin } = c.var.shop.platform.configuration;
  const from = c.req.header("referer");
  return from?.startsWith(`${publicOrigin}/`) ? from.slice(publicOrigin.length) : "/";
}

/** A path of this site that somebody sent along to be led back to; anything else leads home. */
export function ownPath(path: string | undefined, otherwise = "/"): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise;
}

/** htmx asks for a part of the page; it asks for history restoration as a whole page. */
export function asksForFragment(c: Visit): boolean {
  return c.req.header("hx-request") === "true" &&
    c.req.header("hx-history-restore-request") !== "true";
}
