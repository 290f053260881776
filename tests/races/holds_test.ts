import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { live_holds_per_shopper } from "../../src/limits.ts";
import { change, hold } from "../../src/stock/mod.ts";
import { clients, rush, tally } from "../support/rush.ts";
import { setScene } from "../support/scene.ts";
import { figures, wish } from "../support/wishes.ts";
import { race } from "./race.ts";
import { withoutLocks, withoutShopperLock } from "./unprotected.ts";

race("the last unit has one owner", {
  unprotect: withoutLocks,
  async run(database) {
    const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
      stock: [1],
      shoppers: clients,
    });
    const outcomes = await rush(database, (n) => hold(database, [wish(shopperIds[n]!, cap)]));
    deepEqual(tally(outcomes.flat()), { granted: 1, SOLD_OUT: clients - 1 });
    deepEqual(await figures(database, cap), { stock: 1, available: 0, held: 1, sold: 0 });
  },
});

race("mixed quantities share what is there, and nobody is refused what would have fitted", {
  unprotect: withoutLocks,
  async run(database) {
    const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
      stock: [100],
      shoppers: clients,
    });
    const quantity = (n: number) => n % 5 + 1;
    const outcomes = (await rush(database, (n) =>
      hold(database, [wish(shopperIds[n]!, cap, { quantity: quantity(n) })]))).flat();
    const granted = outcomes.reduce((sum, one) =>
      sum + (one.refusal ? 0 : one.quantity), 0);
    const { available, held } = await figures(database, cap);
    equal(held, granted);
    equal(available, 100 - granted);
    outcomes.forEach(({ refusal }, n) =>
      ok(!refusal || quantity(n) > available)
    );
    ok(outcomes.every(({ refusal }, n) => !refusal || (refusal.available ?? 0) < quantity(n)));
  },
});

race("lines that grow at once take no more than there is", {
  unprotect: withoutLocks,
  async run(database) {
    const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
      stock: [clients + 10],
      shoppers: clients,
    });
    const lines = shopperIds.map((shopper) => wish(shopper, cap));
    await hold(database, lines);
    const outcomes = (await rush(database, (n) => {
      const { personId, holdId } = lines[n]!;
      return change(database, [{ personId, holdId, requestId: uuidv7(), quantity: 2 }]);
    })).flat();
    deepEqual(tally(outcomes), { granted: 10, NOT_ENOUGH_STOCK: clients - 10 });
    equal((await figures(database, cap)).available, 0);
  },
});

race("a shopper's live lines are bounded, however many he asks for at once", {
  unprotect: withoutShopperLock,
  async run(database) {
    const { variantIds, shopperIds: [kim = ""] } = await setScene(database, {
      stock: Array(clients).fill(1),
    });
    const outcomes = (await rush(database, (n) => hold(database, [wish(kim, variantIds[n]!)])))
      .flat();
    const most = live_holds_per_shopper;
    deepEqual(tally(outcomes), { granted: most, HOLD_LIMIT: clients - most });
  },
});
