import { AssertionError, ok } from "node:assert/strict";
import { type Database, DatabaseError } from "../../src/platform.ts";
import { onPostgres } from "../support/databases.ts";
import { assertInvariants } from "../support/invariants.ts";
import { freshDatabase } from "../support/postgres.ts";
import { clients } from "../support/rush.ts";

const attempts_max = 12;

export interface Race {
  /** Sets the scene, lets the clients loose and asserts what must have come of it. */
  run(database: Database): Promise<void>;
  /** Takes away what protects the shop, in this database alone. */
  unprotect(database: Database): Promise<void>;
}

/**
 * A race of 64 clients on a real PostgreSQL, after which the invariants hold; and its negative
 * control, the same race without its protection, which must be lost.
 */
export function race(name: string, { run, unprotect }: Race): void {
  onPostgres(name, async ({ database }) => {
    await run(database);
    await assertInvariants(database);
  }, { connections_max: clients });

  onPostgres(`${name}: without protection it is lost`, async () => {
    let lost = false;
    for (let attempt = 0; attempt < attempts_max && !lost; attempt++) {
      lost = await loses(run, unprotect);
    }
    ok(lost, `${attempts_max} races without protection, and none was lost`);
  });
}

/** A broken assertion and a deadlock are a race lost; any other error is a fault of the test. */
async function loses(run: Race["run"], unprotect: Race["unprotect"]): Promise<boolean> {
  const { database, drop } = await freshDatabase({ connections_max: clients });
  try {
    await unprotect(database);
    await run(database);
    await assertInvariants(database);
    return false;
  } catch (error) {
    if (error instanceof AssertionError || isDeadlock(error)) return true;
    throw error;
  } finally {
    await drop();
  }
}

function isDeadlock(error: unknown) {
  return error instanceof DatabaseError && error.sqlState === "40P01";
}

/** @param moment milliseconds since 1970 */
export function until(moment: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, moment - Date.now()));
}
