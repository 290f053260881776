import type { Database } from "../../src/platform.ts";
import { assertInvariants } from "./invariants.ts";
import { type FreshDatabase, freshDatabase } from "./postgres.ts";
import { ShopProcess } from "./shop.ts";

/** A real shop on a real PostgreSQL, which a test can also reach from behind. */
export interface Stage {
  readonly shop: ShopProcess;
  readonly origin: string;
  readonly database: Database;
}

let opening: Promise<Stage & { readonly fresh: FreshDatabase }> | undefined;

Deno.test.afterEach(async () => {
  if (opening) await assertInvariants((await opening).database);
});

Deno.test.afterAll(async () => {
  const stage = await opening?.catch(() => undefined);
  opening = undefined;
  await stage?.shop[Symbol.asyncDispose]();
  await stage?.fresh.drop();
});

/**
 * The shop of this test file: opened for the first that asks, closed after the last, and held to
 * the invariants after each.
 * @param options.demo whether the demo is in it
 */
export function stage(options: { readonly demo?: boolean } = {}): Promise<Stage> {
  return opening ??= open(options);
}

async function open({ demo = false }) {
  const fresh = await freshDatabase();
  const shop = await ShopProcess.open({
    databaseUrl: fresh.url,
    entry: demo ? "scripts/start.ts" : undefined,
  });
  return { fresh, shop, origin: shop.origin, database: fresh.database };
}
