import { drizzle } from "drizzle-orm/pg-proxy";
import type { Database } from "../platform.ts";

/** Typed reads over the database port. Mutations are statements of their own, in their verbs. */
export function orm(database: Database) {
  return drizzle(async (text, parameters, method) => ({
    rows: await database.query(text, parameters, { rows: method === "all" ? "array" : "object" }),
  }));
}

export type Orm = ReturnType<typeof orm>;
