import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { cancelOverdue } from "../../src/orders/due.ts";
import { placeOrders } from "../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../src/orders/step.ts";
import type { Database } from "../../src/platform.ts";
import { hold } from "../../src/stock/mod.ts";
import { pass } from "../support/clock.ts";
import { rush } from "../support/rush.ts";
import { setScene } from "../support/scene.ts";
import { figures, purchase, wish } from "../support/wishes.ts";
import { race } from "./race.ts";
import { withoutLocks } from "./unprotected.ts";

const units = 5;

race("an order that all cancel at once gives its units back once", {
  unprotect: withoutLocks,
  async run(database) {
    const order = await placed(database);
    await pass(database, 24 * 60);
    const answers = await rush(database, async (n) => {
      if (n % 4 === 3) return await cancelOverdue(database);
      return await order.take({ step: "cancellation" }, n % 2 === 0 ? "buyer" : "shop");
    });
    deepEqual(new Set(answers.filter((_, n) => n % 4 !== 3)), new Set(["cancelled"]));
    deepEqual(await order.figures(), { stock: units, available: units, held: 0, sold: 0 });
  },
});

race("an order is paid or cancelled, not both", {
  unprotect: withoutLocks,
  async run(database) {
    const order = await placed(database);
    const answers = await rush(
      database,
      (n) =>
        n % 2 === 0
          ? order.take({ step: "payment", method: "bank" }, "shop")
          : order.take({ step: "cancellation" }, "buyer"),
    );
    const paid = answers.filter((answer) => answer === "paid").length;
    const cancelled = answers.filter((answer) => answer === "cancelled").length;
    equal(paid, cancelled > 0 ? 0 : 1);
    equal((await order.figures()).sold, paid * units);
  },
});

race("a line that all refund at once is refunded as often as it has units", {
  unprotect: withoutLocks,
  async run(database) {
    const order = await placed(database);
    await order.take({ step: "payment", method: "bank" }, "shop");
    const lines = [{ id: await order.line(), quantity: 1 }];
    const answers = await rush(
      database,
      () => order.take({ step: "refund", id: uuidv7(), reason: "", lines }, "shop"),
    );
    const refunded = answers.filter((answer) => answer === "paid" || answer === "refunded");
    equal(refunded.length, units);
    deepEqual(await order.figures(), { stock: units, available: units, held: 0, sold: 0 });
  },
});

async function placed(database: Database) {
  const scene = await setScene(database, { stock: [units] });
  const [kim = ""] = scene.shopperIds;
  const [cap = ""] = scene.variantIds;
  const line = wish(kim, cap, { quantity: units });
  await hold(database, [line]);
  const [outcome] = await placeOrders(database, [purchase(kim, [line.holdId])]);
  if (!outcome || outcome.refusal) throw new Error(`not placed: ${outcome?.refusal.code}`);
  const [{ number } = { number: "" }] = outcome.orders;
  return {
    async take(step: Step, by: "buyer" | "shop"): Promise<string> {
      const side = by === "buyer"
        ? { personId: kim, shopperId: kim }
        : { personId: scene.ownerId, sellerId: scene.sellerId };
      const [taken] = await stepOrders(database, [
        { ...step, ...side, number, requestId: uuidv7() },
      ]);
      if (taken!.refusal) return taken!.refusal.code;
      return taken!.state;
    },
    figures: () => figures(database, cap),
    async line() {
      const [row] = await database.query<{ id: string }>("select id from order_lines");
      return row!.id;
    },
  };
}
