import { join } from "node:path";
import { appliedMigrations, migrate, migrateDown } from "../edge/database/migrate.ts";
import { pglite } from "../edge/database/pglite.ts";
import { serverDatabase } from "../edge/database/server.ts";
import { readEnvironment } from "../edge/environment.ts";

/** `migrate`: up to date. `migrate down [number]`: back to a number, or one step. `migrate status`. */
const [verb = "up", to] = Deno.args;
const environment = readEnvironment(Deno.env.toObject());
const { databaseUrl, dataDir } = environment;
const database = databaseUrl
  ? serverDatabase(databaseUrl, environment)
  : await pglite(join(dataDir, "database"));

try {
  if (verb === "up") await migrate(database);
  else if (verb === "down") await migrateDown(database, await target());
  else if (verb !== "status") throw new Error("migrate, migrate down [number] or migrate status");
  for (const { name, applied_at } of await appliedMigrations(database)) {
    console.log(`${name}  ${applied_at}`);
  }
} finally {
  await database.close();
}

async function target() {
  if (to !== undefined) {
    if (!/^\d{1,4}$/.test(to)) throw new Error(`migrate down wants a number; it got ${to}`);
    return Number(to);
  }
  return (await appliedMigrations(database)).at(-2)?.number ?? 0;
}
