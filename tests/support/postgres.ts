import pg from "pg";
import { postgres } from "../../edge/database/postgres.ts";
import type { Database } from "../../src/platform.ts";
import { migrated, schemaName } from "./migrated.ts";

/** The server that `deno task test` provides: a superuser's address. */
export const serverUrl = Deno.env.get("TEST_DATABASE_URL");

/** A migrated database of one's own. */
export interface FreshDatabase {
  readonly database: Database;
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates an empty, migrated database on the server, in some 50 ms. */
export async function freshDatabase(
  options: { connections_max?: number } = {},
): Promise<FreshDatabase> {
  await (template ??= makeTemplate());
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer((admin) => admin.query(`create database ${name} template ${schemaName}`));
  const database = postgres(urlOf(name), options);
  return {
    database,
    url: urlOf(name),
    async drop() {
      await database.close();
      await administer((admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

let template: Promise<void> | undefined;

/** Migrates once for all test files, which may run side by side. */
async function makeTemplate(): Promise<void> {
  const unfinished = `${schemaName}_unfinished`;
  await administer(async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext($1))", [schemaName]);
    const found = await admin.query("select from pg_database where datname = $1", [schemaName]);
    if (found.rowCount) return;
    await admin.query(`drop database if exists ${unfinished}`);
    await admin.query(`create database ${unfinished}`);
    const database = postgres(urlOf(unfinished));
    await migrated(database).finally(() => database.close());
    await admin.query(`alter database ${unfinished} rename to ${schemaName}`);
  });
}

async function administer(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  if (!serverUrl) throw new Error("no PostgreSQL: `deno task test` provides one");
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
