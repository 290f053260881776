import { Hono } from "hono";
import type { Env } from "../http/env.ts";

/** `/assets/:file`, named by content and so good for ever. */
export const assets = new Hono<Env>()
  .get("/assets/:file", async (c) => {
    const asset = await c.var.shop.platform.assets.get(c.req.param("file"));
    if (!asset) return c.notFound();
    const headers = {
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
      "vary": "accept-encoding",
    };
    const { gzip } = asset;
    return gzip && c.req.header("accept-encoding")?.includes("gzip")
      ? c.body(gzip, 200, { ...headers, "content-encoding": "gzip" })
      : c.body(asset.bytes, 200, headers);
  });
