import pg from "pg";
import { columnTypes } from "../../../edge/database/column_types.ts";
import { pgliteInMemory } from "../../../edge/database/pglite.ts";
import { pooled } from "../../../edge/database/pooled.ts";
import type { Database } from "../../../src/platform.ts";

/** A database with the scheduler's tables and nothing in them. */
export interface TestDatabase {
  readonly name: string;
  readonly database: Database;
  /** PGlite has one session: it cannot show what two processes do to each other. */
  readonly concurrent: boolean;
}

const tables = "scheduled_messages, message_deduplications, schedules, dead_letters";
const migration = await Deno.readTextFile(
  new URL("../../../migrations/0007_callbacks.sql", import.meta.url),
);

/** PGlite in memory and, where `TEST_DATABASE_URL` names a server, PostgreSQL. */
export async function testDatabases(): Promise<TestDatabase[]> {
  const url = Deno.env.get("TEST_DATABASE_URL");
  const open: TestDatabase[] = [{
    name: "PGlite",
    database: await pgliteInMemory(),
    concurrent: false,
  }];
  if (url) open.push({ name: "PostgreSQL", database: await postgres(url), concurrent: true });
  for (const { database } of open) await database.script(migration);
  return open;
}

export function empty(database: Database): Promise<void> {
  return database.script(`truncate ${tables}`);
}

async function postgres(adminUrl: string): Promise<Database> {
  const name = `callbacks_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  // A timer of an idle connection would outlive the test that made it.
  const pool = new pg.Pool({
    connectionString: url.href,
    max: 8,
    idleTimeoutMillis: 0,
    types: columnTypes,
  });
  const database = pooled(pool);
  return {
    ...database,
    async close() {
      await database.close();
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}
