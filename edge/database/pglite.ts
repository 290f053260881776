import pg from "pg";
import type { Database } from "../../src/platform.ts";
import { columnTypes } from "./column_types.ts";
import { lockFolder } from "./folder_lock.ts";
import { PgliteThread, type Whereabouts } from "./pglite_thread.ts";
import { pooled } from "./pooled.ts";

/** PostgreSQL inside this process. */
export interface EmbeddedDatabase extends Database {
  /** The whole database as a tar archive, for `memory({ snapshot })`. */
  snapshot(): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * PGlite in a folder, in a worker, for this process alone. What it has acknowledged is on the disk.
 * @param folder made when it is not there
 * @throws Error naming the process that has the folder open
 */
export async function pglite(folder: string): Promise<EmbeddedDatabase> {
  const unlock = await lockFolder(folder);
  try {
    const database = await open({ folder });
    return { ...database, close: () => database.close().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/**
 * PGlite in memory, for tests.
 * @param options.snapshot what another one dumped: opens in a tenth of the time
 */
export function pgliteInMemory(
  { snapshot }: { snapshot?: Uint8Array<ArrayBuffer> } = {},
): Promise<EmbeddedDatabase> {
  return open({ snapshot });
}

async function open(whereabouts: Whereabouts): Promise<EmbeddedDatabase> {
  let thread: PgliteThread | undefined;
  const database = pooled(
    new pg.Pool({
      // One session, whose queue is the pool's. It is opened again should the worker break.
      max: 1,
      idleTimeoutMillis: 0,
      stream: () => thread = new PgliteThread(whereabouts, thread),
      user: "postgres",
      database: "postgres",
      types: columnTypes,
    }),
  );
  try {
    await database.query("select 1");
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    ...database,
    // The pool does not wait for its connections to end, and this one is still writing.
    close: () => database.close().then(() => thread?.ended),
    snapshot() {
      if (!thread) throw new Error("PGlite is not open");
      return thread.dump();
    },
  };
}
