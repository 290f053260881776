import { Hono } from "hono";
import type { Env } from "../http/env.ts";

/** `/livez`: the process answers. `/readyz`: it can sell, for its database answers too. */
export const health = new Hono<Env>()
  .get("/livez", (c) => c.text("ok"))
  .get("/readyz", async (c) => {
    await c.var.shop.platform.database.query("select 1");
    return c.text("ok");
  });
