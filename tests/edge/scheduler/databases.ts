import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
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
  const open = [{ name: "PGlite", database: await pglite(), concurrent: false }];
  if (url) open.push({ name: "PostgreSQL", database: await postgres(url), concurrent: true });
  for (const { database } of open) await database.script(migration);
  return open;
}

export function empty(database: Database): Promise<void> {
  return database.script(`truncate ${tables}`);
}

async function pglite(): Promise<Database> {
  const engine = await PGlite.create();
  return {
    async query<Row>(text: string, parameters: readonly unknown[] = []) {
      return (await engine.query<Row>(text, [...parameters])).rows;
    },
    script: async (text) => void await engine.exec(text),
    close: () => engine.close(),
  };
}

async function postgres(adminUrl: string): Promise<Database> {
  const name = `callbacks_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 8, idleTimeoutMillis: 0 });
  return {
    async query<Row>(text: string, parameters: readonly unknown[] = []) {
      return (await pool.query(text, [...parameters])).rows as Row[];
    },
    script: async (text) => void await pool.query(text),
    async close() {
      await pool.end();
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}
