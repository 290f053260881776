import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { placeOrders } from "../../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../../src/orders/step.ts";
import type { Database } from "../../../src/platform.ts";
import { hold } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { figures, purchase, wish } from "../../support/wishes.ts";

const payment: Step = { step: "payment", method: "bank" };
const shipment: Step = { step: "shipment", carrier: "CJ", tracking: "1" };
const delivery: Step = { step: "delivery" };
const cancellation: Step = { step: "cancellation" };
const claim = (): Step => ({ step: "claim", id: uuidv7(), method: "bank", note: "sent" });
const refund = (lines?: { id: string; quantity: number }[]): Step => ({
  step: "refund",
  id: uuidv7(),
  reason: "broken",
  lines,
});
const removal = (lines: { id: string; quantity: number }[]): Step => ({ step: "removal", lines });

eachDatabase(
  "an order goes one way: paid, shipped, delivered, and by the shop alone",
  async (database) => {
    const order = await ordered(database, [2]);
    equal(await order.shop(shipment), "ORDER_STATE awaiting_payment");
    equal(await order.shop(delivery), "ORDER_STATE awaiting_payment");
    for (const step of [payment, shipment, delivery, refund(), removal([])]) {
      equal(await order.buyer(step), "NOT_YOURS");
    }
    equal(await order.buyer(claim()), "awaiting_payment");
    equal(await order.shop(claim()), "NOT_YOURS");
    equal(await order.shop(payment), "paid");
    equal(await order.shop(payment), "ORDER_STATE paid");
    equal(await order.buyer(claim()), "ORDER_STATE paid");
    equal(await order.buyer(cancellation), "ORDER_STATE paid");
    equal(await order.shop(cancellation), "ORDER_STATE paid");
    equal(await order.shop(delivery), "ORDER_STATE paid");
    equal(await order.shop(shipment), "shipped");
    equal(await order.shop(shipment), "ORDER_STATE shipped");
    equal(await order.shop(delivery), "delivered");
    equal(await order.shop(delivery), "ORDER_STATE delivered");
    await assertInvariants(database);
  },
);

eachDatabase("another's order is not there, for buyers and for shops", async (database) => {
  const order = await ordered(database, [1]);
  const stranger = await setScene(database, { stock: [] });
  const asked = { personId: stranger.ownerId, number: order.number, ...cancellation };
  const outcomes = await stepOrders(database, [
    { ...asked, requestId: uuidv7(), shopperId: stranger.shopperIds[0]! },
    { ...asked, requestId: uuidv7(), sellerId: stranger.sellerId },
    { ...asked, requestId: uuidv7(), sellerId: stranger.sellerId, number: "ORD-20260101-00001" },
  ]);
  deepEqual(outcomes.map((outcome) => outcome.refusal?.code), Array(3).fill("NOT_YOURS"));
});

eachDatabase(
  "a cancelled order gives its units back once, however often it is asked",
  async (database) => {
    const order = await ordered(database, [2, 3]);
    equal(await order.buyer(cancellation), "cancelled");
    equal(await order.buyer(cancellation), "cancelled");
    equal(await order.shop(cancellation), "cancelled");
    equal(await order.shop(payment), "ORDER_STATE cancelled");
    equal(await order.buyer(claim()), "ORDER_STATE cancelled");
    equal(await order.shop(refund()), "ORDER_STATE cancelled");
    deepEqual(await order.sold(), [0, 0]);
    await assertInvariants(database);
  },
);

eachDatabase("cancelled units are the waitlist's", async (database) => {
  const order = await ordered(database, [5], { shoppers: 2 });
  const [, lee = ""] = order.scene.shopperIds;
  const [cap = ""] = order.scene.variantIds;
  await hold(database, [wish(lee, cap, { quantity: 2, waitlist: true })]);
  await order.buyer(cancellation);
  deepEqual(await figures(database, cap), { stock: 5, available: 3, held: 2, sold: 0 });
  await assertInvariants(database);
});

eachDatabase("money that comes after the deadline is late, swept or not", async (database) => {
  const order = await ordered(database, [1]);
  await pass(database, 24 * 60);
  equal(await order.buyer(claim()), "PAYMENT_LATE");
  equal(await order.shop(payment), "PAYMENT_LATE");
  await database.query("select cancel_overdue_orders(10)");
  equal(await order.shop(payment), "PAYMENT_LATE");
  equal(await order.buyer(cancellation), "cancelled");
  await assertInvariants(database);
});

eachDatabase("a refund of all gives back what is left, shipping too, once", async (database) => {
  const order = await ordered(database, [2, 1]);
  await order.shop(payment);
  const [first] = await order.lines();
  equal(await order.shop(refund([{ id: first!, quantity: 1 }])), "paid");
  equal(await order.refunded(), 1000);
  equal(await order.shop(refund()), "refunded");
  equal(await order.refunded(), 4000);
  equal(await order.shop(refund()), "ORDER_STATE refunded");
  deepEqual(await order.sold(), [0, 0]);
  await assertInvariants(database);
});

eachDatabase("a refund line by line ends in a refunded order", async (database) => {
  const order = await ordered(database, [2]);
  const [line = ""] = await order.lines();
  await order.shop(payment);
  await order.shop(shipment);
  equal(await order.shop(refund([{ id: line, quantity: 1 }])), "shipped");
  equal(await order.shop(refund([{ id: line, quantity: 2 }])), "INVALID");
  equal(await order.shop(refund([{ id: line, quantity: 1 }])), "refunded");
  equal(await order.refunded(), 2000);
  await assertInvariants(database);
});

eachDatabase(
  "lines that are not the order's, or twice, or too many, are refused",
  async (database) => {
    const order = await ordered(database, [3, 1]);
    const other = await ordered(database, [3]);
    const [line = "", second = ""] = await order.lines();
    const [foreign = ""] = await other.lines();
    const wrong = [
      [],
      [{ id: foreign, quantity: 1 }],
      [{ id: uuidv7(), quantity: 1 }],
      [{ id: line, quantity: 1 }, { id: line, quantity: 1 }],
      [{ id: line, quantity: 4 }],
      [{ id: line, quantity: 1_000_000_000 }],
      [{ id: line, quantity: -1 }],
    ];
    for (const lines of wrong) equal(await order.shop(removal(lines)), "INVALID");
    const none = [{ id: line, quantity: 0 }, { id: second, quantity: 0 }];
    equal(await order.shop(removal(none)), "INVALID");
    await order.shop(payment);
    for (const lines of wrong) equal(await order.shop(refund(lines)), "INVALID");
    equal(await order.shop(refund([{ id: line, quantity: 0 }])), "INVALID");
    equal(await order.shop(removal([{ id: line, quantity: 1 }])), "ORDER_STATE paid");
    deepEqual(await order.sold(), [3, 1]);
    await assertInvariants(database);
  },
);

eachDatabase("removed units go back, and the totals follow", async (database) => {
  const order = await ordered(database, [3, 1]);
  const [line = "", second = ""] = await order.lines();
  equal(
    await order.shop(removal([{ id: line, quantity: 2 }, { id: second, quantity: 0 }])),
    "awaiting_payment",
  );
  deepEqual(await order.sold(), [2, 0]);
  const [row] = await database.query("select goods, shipping from orders");
  deepEqual(row, { goods: 2000, shipping: 1000 });
  equal(await order.shop(payment), "paid");
  await assertInvariants(database);
});

eachDatabase(
  "the same step again finds its first answer, in one list and in two",
  async (database) => {
    const order = await ordered(database, [2]);
    await order.shop(payment);
    const [line = ""] = await order.lines();
    const { ownerId: personId, sellerId } = order.scene;
    const asked = { personId, sellerId, number: order.number, requestId: uuidv7() };
    const once = { ...asked, ...refund([{ id: line, quantity: 1 }]) };
    const again = { ...asked, ...refund([{ id: line, quantity: 1 }]) };
    const [first, second, third] = await stepOrders(database, [
      once,
      again,
      { ...asked, ...refund() },
    ]);
    deepEqual(second, first);
    equal(third!.refusal?.code, "IDEMPOTENCY_MISMATCH");
    deepEqual(await stepOrders(database, [again]), [first]);
    equal(await order.refunded(), 1000);
    await assertInvariants(database);
  },
);

/** An order of new variants, so many units of each, with everything that they had. */
async function ordered(database: Database, quantities: number[], { shoppers = 1 } = {}) {
  const scene = await setScene(database, { stock: quantities, shoppers });
  const [personId = ""] = scene.shopperIds;
  const wishes = scene.variantIds.map((variant, n) =>
    wish(personId, variant, { quantity: quantities[n] })
  );
  for (const one of wishes) await hold(database, [one]);
  const [placed] = await placeOrders(database, [
    purchase(personId, wishes.map(({ holdId }) => holdId)),
  ]);
  if (!placed || placed.refusal) throw new Error(`not placed: ${placed?.refusal.code}`);
  return new OrderOf(database, scene, placed.orders[0]!.number);
}

class OrderOf {
  constructor(
    readonly database: Database,
    readonly scene: Scene,
    readonly number: string,
  ) {}

  buyer(step: Step): Promise<string> {
    const [personId = ""] = this.scene.shopperIds;
    return this.#take(step, personId, { shopperId: personId });
  }

  shop(step: Step): Promise<string> {
    return this.#take(step, this.scene.ownerId, { sellerId: this.scene.sellerId });
  }

  async #take(step: Step, personId: string, side: { shopperId: string } | { sellerId: string }) {
    const [outcome] = await stepOrders(this.database, [
      { ...step, ...side, personId, requestId: uuidv7(), number: this.number },
    ]);
    if (!outcome?.refusal) return outcome!.state;
    return [outcome.refusal.code, outcome.refusal.state].filter(Boolean).join(" ");
  }

  async lines(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select l.id from order_lines l join orders o on o.id = l.order_id
       join variants v on v.id = l.variant_id where o.number = $1 order by v.position`,
      [this.number],
    );
    return rows.map(({ id }) => id);
  }

  async sold(): Promise<number[]> {
    const all = this.scene.variantIds.map((variant) => figures(this.database, variant));
    return (await Promise.all(all)).map(({ sold }) => sold);
  }

  async refunded(): Promise<number> {
    const [row] = await this.database.query<{ refunded: number }>(
      "select refunded from orders where number = $1",
      [this.number],
    );
    return row!.refunded;
  }
}
