import pg from "pg";
import { pgliteInMemory } from "../../../edge/database/pglite.ts";
import { postgres } from "../../../edge/database/postgres.ts";
import type { Database } from "../../../src/platform.ts";

export interface Kind {
  readonly name: string;
  /** An empty database of one's own; `connect` opens it once more where there is a server. */
  open(): Promise<{ database: Database; connect?: () => Database; drop(): Promise<void> }>;
}

const adminUrl = Deno.env.get("TEST_DATABASE_URL");
let empty: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** PGlite always, PostgreSQL where `TEST_DATABASE_URL` names a server. */
export const kinds: readonly Kind[] = [
  {
    name: "PGlite",
    async open() {
      const database = await pgliteInMemory({ snapshot: await (empty ??= initialised()) });
      return { database, drop: () => database.close() };
    },
  },
  ...adminUrl ? [{ name: "PostgreSQL", open: () => onServer(adminUrl) }] : [],
];

async function initialised(): Promise<Uint8Array<ArrayBuffer>> {
  const database = await pgliteInMemory();
  try {
    return await database.snapshot();
  } finally {
    await database.close();
  }
}

async function onServer(adminUrl: string) {
  const name = `database_${crypto.randomUUID().replaceAll("-", "")}`;
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await administer(adminUrl, `create database ${name}`);

  const open: Database[] = [];
  const connect = () => {
    const database = postgres(url.href);
    open.push(database);
    return database;
  };
  return {
    database: connect(),
    connect,
    async drop() {
      for (const database of open) await database.close();
      await administer(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

export async function administer(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(statement);
  await admin.end();
}
