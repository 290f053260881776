import type { Database } from "../../src/platform.ts";
import { assertInvariants } from "./invariants.ts";
import { freshDatabase, serverUrl } from "./postgres.ts";
import { type WorkerOptions, WorkerProcess } from "./worker.ts";

/** The shop as a Worker, and its database as the world behind it sees it. */
export interface InWorker {
  readonly shop: WorkerProcess;
  readonly database: Database;
}

/** States something about the shop as a Worker, in workerd, on a database of its own. */
export function inWorker(
  statement: string,
  body: (at: InWorker) => Promise<void>,
  env: WorkerOptions["env"] = {},
): void {
  if (!serverUrl) {
    Deno.test.ignore(`${statement} (workerd: skipped, TEST_DATABASE_URL names none)`, () => {});
    return;
  }
  // Stock clients keep timers of their own after they were destroyed.
  const options = { sanitizeOps: false, sanitizeResources: false };
  Deno.test(`${statement} (workerd)`, options, async () => {
    const fresh = await freshDatabase();
    try {
      await using shop = await WorkerProcess.open({ databaseUrl: fresh.url, env });
      await body({ shop, database: fresh.database });
      await assertInvariants(fresh.database);
    } finally {
      await fresh.drop();
    }
  });
}
