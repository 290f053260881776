import type { Database } from "../../src/platform.ts";
import { onNeon } from "./neon.ts";
import { onePglite } from "./one_pglite.ts";
import { type FreshDatabase, freshDatabase, serverUrl } from "./postgres.ts";

/** Runs the same test on PGlite and on PostgreSQL, each time on an empty, migrated database. */
export function eachDatabase(name: string, test: (database: Database) => Promise<void>): void {
  Deno.test(`${name} (PGlite)`, () => onePglite(test));
  onPostgres(name, ({ database }) => test(database));
}

/** Runs a test of the database itself in all the ways that the shop reaches one. */
export function everyDatabase(name: string, test: (database: Database) => Promise<void>): void {
  eachDatabase(name, test);
  onNeon(name, ({ database }) => test(database));
}

/**
 * Runs a test of what lies above the statements, once: on PostgreSQL where there is one, which is
 * quick to make, else on PGlite.
 */
export function anyDatabase(name: string, test: (database: Database) => Promise<void>): void {
  Deno.test(name, async () => {
    if (serverUrl) {
      const fresh = await freshDatabase();
      await test(fresh.database).finally(() => fresh.drop());
    } else {
      await onePglite(test);
    }
  });
}

/** Runs a test on an empty, migrated database of a real PostgreSQL. */
export function onPostgres(
  name: string,
  test: (fresh: FreshDatabase) => Promise<void>,
  options: { connections_max?: number } = {},
): void {
  if (!serverUrl) {
    Deno.test.ignore(`${name} (PostgreSQL: skipped, TEST_DATABASE_URL names none)`, () => {});
    return;
  }
  Deno.test(`${name} (PostgreSQL)`, async () => {
    const fresh = await freshDatabase(options);
    await test(fresh).finally(() => fresh.drop());
  });
}
