import { join } from "node:path";
import { migrate } from "../../edge/database/migrate.ts";
import { pglite } from "../../edge/database/pglite.ts";
import type { Database } from "../../src/platform.ts";
import { assertInvariants } from "./invariants.ts";
import { freshDatabase, serverUrl } from "./postgres.ts";
import type { ShopOptions } from "./shop.ts";

/** Where a shop keeps its data, for tests which look there behind its back. */
export interface Keeping {
  readonly options: ShopOptions;
  /** Reaches the database. The embedded one is its shop's alone: close that before. */
  reach<T>(work: (database: Database) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

/** Runs the same test on a shop with PostgreSQL and on one with the embedded database. */
export function onEachKeeping(name: string, test: (keeping: Keeping) => Promise<void>): void {
  for (const [how, keep] of [["PostgreSQL", onServer], ["PGlite", inFolder]] as const) {
    const skipped = keep === onServer && !serverUrl;
    Deno.test({
      name: `${name} (${how}${skipped ? ": skipped, TEST_DATABASE_URL names none" : ""})`,
      ignore: skipped,
      async fn() {
        const keeping = await keep();
        try {
          await test(keeping);
          await keeping.reach(assertInvariants);
        } finally {
          await keeping.remove();
        }
      },
    });
  }
}

async function onServer(): Promise<Keeping> {
  const { database, url, drop } = await freshDatabase();
  return {
    options: { databaseUrl: url },
    reach: (work) => work(database),
    remove: drop,
  };
}

async function inFolder(): Promise<Keeping> {
  const dataDir = await Deno.makeTempDir({ prefix: "maru-kept-" });
  const keeping: Keeping = {
    options: { dataDir },
    async reach(work) {
      const database = await pglite(join(dataDir, "database"));
      return await work(database).finally(() => database.close());
    },
    remove: () => Deno.remove(dataDir, { recursive: true }),
  };
  await keeping.reach(migrate);
  return keeping;
}
