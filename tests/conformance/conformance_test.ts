/** Every promise on every combination, from outside. */
import type { Combination, OpenShop } from "./combination.ts";
import { combinations } from "./combinations/mod.ts";
import { type Market, openMarket } from "./market.ts";
import { promises } from "./promises/mod.ts";
import { type Mark, table } from "./table.ts";
import { within } from "./within.ts";

const keeping_ms_max = 180_000;

const open = new Map<Combination, Promise<{ shop: OpenShop; market: Market }>>();
const marks = new Map<string, Mark>();
const keyOf = (says: string, name: string) => `${says} (${name})`;

// All at once: each needs a minute for a hold to end in, and it may as well be the same.
Deno.test.beforeAll(() => {
  for (const combination of combinations) {
    if (combination.missing) continue;
    const opening = openOne(combination);
    opening.catch(() => {});
    open.set(combination, opening);
  }
});

Deno.test.afterAll(async () => {
  for (const opening of open.values()) {
    const opened = await opening.catch(() => undefined);
    await opened?.shop[Symbol.asyncDispose]();
  }
  const told = table(promises, combinations, (...cell) => marks.get(keyOf(...cell)) ?? "–");
  await Deno.mkdir(".build/reports", { recursive: true });
  await Deno.writeTextFile(".build/reports/conformance.md", told);
});

for (const promise of promises) {
  for (const combination of combinations) {
    const { name, missing } = combination;
    const key = keyOf(promise.says, name);
    Deno.test({
      name: missing ? `${key} (skipped: no ${missing})` : key,
      ignore: missing !== "",
      async fn() {
        marks.set(key, "✗");
        const { market } = await open.get(combination)!;
        await within(keeping_ms_max, key, promise.keep(market));
        marks.set(key, "✓");
      },
    });
  }
}

async function openOne(combination: Combination) {
  const shop = await combination.open();
  return { shop, market: await openMarket(shop) };
}
