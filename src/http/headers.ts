import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { uuidv7 } from "uuidv7";
import type { Configuration } from "../platform.ts";
import type { Env } from "./env.ts";

const none = ["'none'"];
const self = ["'self'"];

/**
 * Headers of every answer. Nothing inline, nothing from elsewhere but what the media server plays;
 * pictures may less than that.
 */
export function headers({ media }: Pick<Configuration, "media">) {
  const played = media ? [media.playUrl] : [];
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: ["'self'", "data:"],
      fontSrc: self,
      connectSrc: ["'self'", ...played],
      mediaSrc: ["'self'", "blob:", ...played],
      frameSrc: self,
      manifestSrc: self,
      formAction: self,
      baseUri: none,
      frameAncestors: self,
    },
    // A page that hides where a form was sent from would hide its origin from the check, too.
    referrerPolicy: "same-origin",
    xFrameOptions: "SAMEORIGIN",
    crossOriginEmbedderPolicy: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  });
}

/** Names the request and writes one line about it, without anything personal. */
export const named = createMiddleware<Env>(async (c, next) => {
  const { log, now } = c.var.shop.platform;
  const began = now();
  c.set("requestId", uuidv7());
  await next();
  c.header("X-Request-Id", c.var.requestId);
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
  // The restreamer asks each second: a line when it goes wrong is enough.
  if (c.req.path === "/hooks/restreams" && c.res.ok) return;
  log("info", "request", {
    requestId: c.var.requestId,
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    ms: now() - began,
    personId: c.var.person?.id,
  });
});
