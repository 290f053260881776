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

interface StageOptions {
  /** Whether the demo is in it. */
  readonly demo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
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
 */
export function stage(options: StageOptions = {}): Promise<Stage> {
  return opening ??= open(options);
}

async function open({ demo = false, env }: StageOptions) {
  const fresh = await freshDatabase();
  const shop = await ShopProcess.open({
    databaseUrl: fresh.url,
    env: { MEDIA_SERVER: "off", ...env },
    entry: demo ? "scripts/start.ts" : undefined,
  });
  return { fresh, shop, origin: shop.origin, database: fresh.database };
}
