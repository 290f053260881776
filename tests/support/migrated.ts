import { migrate } from "../../edge/database/migrate.ts";
import type { Database } from "../../src/platform.ts";

const folder = new URL("../../migrations/", import.meta.url);

/** A name for the schema that the migrations make: another as soon as one of them changes. */
export const schemaName = `maru_${await fingerprint()}`;

/** Brings an empty database to the schema that the tests start from. */
export async function migrated<D extends Database>(database: D): Promise<D> {
  await migrate(database);
  return database;
}

async function fingerprint(): Promise<string> {
  const names = [...Deno.readDirSync(folder)].map((file) => file.name).sort();
  const texts = names.map((name) => Deno.readTextFileSync(new URL(name, folder)));
  const bytes = new TextEncoder().encode(JSON.stringify([names, texts]));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 16);
}
