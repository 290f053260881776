import { Hono } from "hono";
import type { Env } from "../http/env.ts";

/** `/assets/:file`, named by content and so good for ever. */
export const assets = new Hono<Env>()
  .get("/assets/:file", async (c) => {
    const asset = await c.var.shop.platform.assets.get(c.req.param("file"));
    if (!asset) return c.notFound();
    return c.body(asset.bytes, 200, {
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
