import { equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { placeOrders } from "../../src/orders/place_order.ts";
import { stepOrders } from "../../src/orders/step.ts";
import { type Database, DatabaseError } from "../../src/platform.ts";
import { hold, lapse } from "../../src/stock/mod.ts";
import { clients, rush } from "../support/rush.ts";
import { setScene } from "../support/scene.ts";
import { purchase, wish } from "../support/wishes.ts";
import { race } from "./race.ts";
import { rewrite } from "./unprotected.ts";

const variants = 6;

race("whoever needs several variants never waits in a circle", {
  async unprotect(database) {
    await rewrite(database, "lock_variants(uuid[])", "order by id", "order by random()");
    await database.script(`do $$ begin
      execute format('alter database %I set deadlock_timeout = 20', current_database());
    end $$`);
  },
  async run(database) {
    const { variantIds, shopperIds } = await setScene(database, {
      stock: Array(variants).fill(1_000),
      shoppers: clients * variants,
    });
    const { watched, deadlocks } = watching(database);
    await rush(database, async (n) => {
      const turned = [...variantIds.slice(n % variants), ...variantIds.slice(0, n % variants)];
      const [buyer = "", ...others] = shopperIds.slice(n * variants, (n + 1) * variants);
      await hold(watched, others.map((shopper, at) => wish(shopper, turned[at]!)));
      const cart = turned.map((variant) => wish(buyer, variant));
      await hold(watched, cart);
      if (n % 8 === 0) await lapse(watched);
      const [placed] = await placeOrders(watched, [
        purchase(buyer, cart.map(({ holdId }) => holdId)),
      ]);
      if (!placed || placed.refusal) throw new Error(`not placed: ${placed?.refusal.code}`);
      await stepOrders(watched, [{
        step: "cancellation",
        personId: buyer,
        shopperId: buyer,
        number: placed.orders[0]!.number,
        requestId: uuidv7(),
      }]);
    });
    equal(deadlocks(), 0);
  },
});

/** Counts deadlocks, which the verbs would hide by asking again. */
function watching(database: Database) {
  let seen = 0;
  const watched: Database = {
    ...database,
    query: (...asked) =>
      database.query<never>(...asked).catch((error) => {
        if (error instanceof DatabaseError && error.sqlState === "40P01") seen++;
        throw error;
      }),
  };
  return { watched, deadlocks: () => seen };
}
