import { pgliteInMemory } from "../../edge/database/pglite.ts";
import type { Database } from "../../src/platform.ts";
import { migrated, schemaName } from "./migrated.ts";

const file = `.build/${schemaName}.tar`;
let snapshot: Promise<Uint8Array<ArrayBuffer>> | undefined;

/** An empty, migrated PGlite in memory; `close` forgets it. */
export async function freshPglite(): Promise<Database> {
  return await pgliteInMemory({ snapshot: await (snapshot ??= readOrMake()) });
}

async function readOrMake(): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await Deno.readFile(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const database = await migrated(await pgliteInMemory());
  const bytes = await database.snapshot();
  await database.close();

  // Renamed into place: another test file may be reading.
  await Deno.mkdir(".build", { recursive: true });
  const unfinished = await Deno.makeTempFile({ dir: ".build" });
  await Deno.writeFile(unfinished, bytes);
  await Deno.rename(unfinished, file);
  return bytes;
}
