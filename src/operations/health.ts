import { Hono } from "hono";
import { schema_number } from "../db/schema_number.ts";
import type { Env } from "../http/env.ts";
import { type Database, DatabaseError } from "../platform.ts";

/**
 * `/livez`: the process answers. `/readyz`: it can sell, for its database answers too, and it is not
 * about to close. `/healthz`: and the database has all that this code was written for, so that it
 * may take another's place.
 */
export const health = new Hono<Env>()
  .get("/livez", (c) => c.text("ok"))
  .get("/readyz", async (c) => {
    if (c.var.shop.leaving) return c.text("leaving", 503);
    await c.var.shop.platform.database.query("select 1");
    return c.text("ok");
  })
  .get("/healthz", async (c) => {
    const wrong = await faultOf(c.var.shop.platform.database);
    return wrong ? c.json({ ok: false, wrong }, 503) : c.json({ ok: true });
  });

/** What stands in the way. A schema that is newer does not: old code serves while new code comes. */
async function faultOf(database: Database): Promise<"database" | "schema" | undefined> {
  try {
    const [row] = await database.query<{ current: boolean }>(
      "select coalesce(max(number), 0) >= $1 as current from migrations",
      [schema_number],
    );
    return row?.current ? undefined : "schema";
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const notMigrated = error.sqlState === "42P01";
    return notMigrated ? "schema" : "database";
  }
}
