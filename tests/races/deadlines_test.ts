import { deepEqual, equal } from "node:assert/strict";
import { placeOrders } from "../../src/orders/place_order.ts";
import { hold, lapse } from "../../src/stock/mod.ts";
import { pass } from "../support/clock.ts";
import { clients, rush } from "../support/rush.ts";
import { setScene } from "../support/scene.ts";
import { figures, purchase, wish } from "../support/wishes.ts";
import { race, until } from "./race.ts";
import { rewrite, withoutLocks } from "./unprotected.ts";

const half = clients / 2;

race("overdue units lapse once and go to the line, whoever comes first", {
  unprotect: withoutLocks,
  async run(database) {
    const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
      stock: [half],
      shoppers: 3 * half,
      holdMinutes: 10,
    });
    const [owners, waiting, newcomers] = [0, 1, 2].map((third) =>
      shopperIds.slice(third * half, (third + 1) * half).map((shopper) =>
        wish(shopper, cap, { waitlist: third === 1 })
      )
    );
    await hold(database, [...owners!, ...waiting!]);
    await pass(database, 10);

    const outcomes = await rush(database, async (n) => {
      if (n < half) return await lapse(database);
      const [outcome] = await hold(database, [newcomers![n - half]!]);
      return outcome!.refusal?.code;
    });
    equal(outcomes.slice(0, half).filter((changed) => changed === 1).length <= 1, true);
    deepEqual(outcomes.slice(half), Array(half).fill("SOLD_OUT"));
    const rows = await database.query<{ state: string; holds: number }>(
      "select state, count(*)::int as holds from holds group by state order by state",
    );
    deepEqual(rows, [{ state: "held", holds: half }, { state: "lapsed", holds: half }]);
    deepEqual(await figures(database, cap), { stock: half, available: 0, held: half, sold: 0 });
  },
});

race("at its deadline a hold is ordered or lapses, never both", {
  unprotect: withoutLocks,
  async run(database) {
    const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
      stock: [half],
      shoppers: half,
    });
    const lines = shopperIds.map((shopper) => wish(shopper, cap));
    await hold(database, lines);
    // Taking the units slowly gives the lapse time to come between.
    await rewrite(database, "take_holds(uuid[])", "begin", "begin perform pg_sleep(0.01);");
    const deadline = Date.now() + 1_000;
    await database.query("update holds set expires_at = to_timestamp($1)", [deadline / 1000]);

    const outcomes = await rush(database, async (n) => {
      if (n >= half) {
        await until(deadline + 3 * (n - half));
        return await lapse(database);
      }
      await until(deadline + 4 * (n - 24));
      const { personId, holdId } = lines[n]!;
      const [outcome] = await placeOrders(database, [purchase(personId, [holdId])]);
      return outcome!.refusal?.code ?? "ordered";
    });
    const ordered = outcomes.filter((outcome) => outcome === "ordered").length;
    const gone = outcomes.filter((outcome) => outcome === "HOLD_LAPSED").length;
    equal(ordered + gone, half);
    await lapse(database);
    const { available, sold } = await figures(database, cap);
    deepEqual([sold, available], [ordered, gone]);
    const late = await database.query(
      `select from order_lines l join orders o on o.id = l.order_id join holds h on h.id = l.hold_id
       where o.placed_at >= h.expires_at`,
    );
    deepEqual(late, []);
  },
});
