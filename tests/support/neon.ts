import { neonDatabase } from "../../edge/database/neon.ts";
import { type NeonBridge, openNeonBridge } from "../../scripts/cloud/neon.ts";
import type { Database } from "../../src/platform.ts";
import { type FreshDatabase, freshDatabase, serverUrl } from "./postgres.ts";

/** A database of one's own, reached as the shop reaches Neon. */
export interface OnNeon {
  readonly database: Database;
  readonly bridge: NeonBridge;
  /** The same database, over TCP. */
  readonly fresh: FreshDatabase;
}

/** Runs a test on an empty, migrated database of a real PostgreSQL, by Neon's client. */
export function onNeon(name: string, test: (at: OnNeon) => Promise<void>): void {
  if (!serverUrl) {
    Deno.test.ignore(`${name} (Neon: skipped, TEST_DATABASE_URL names none)`, () => {});
    return;
  }
  Deno.test(`${name} (Neon)`, async () => {
    await using bridge = openNeonBridge(serverUrl!);
    const fresh = await freshDatabase();
    const database = neonDatabase(fresh.url, { proxy: bridge.origin });
    try {
      await test({ database, bridge, fresh });
    } finally {
      await database.close();
      await fresh.drop();
    }
  });
}
