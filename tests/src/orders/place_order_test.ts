import { deepEqual, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "../../../src/errors.ts";
import { live_holds_per_shopper, order_minor_units_max } from "../../../src/limits.ts";
import { type Order, placeOrders } from "../../../src/orders/place_order.ts";
import type { Database } from "../../../src/platform.ts";
import { hold } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";
import { alter, figures, purchase, wish } from "../../support/wishes.ts";

type Placed = Outcome<{ orders: Order[] }>;

eachDatabase("an order takes its lines at the prices they were held for", async (database) => {
  const { variantIds: [cap = "", hat = ""], shopperIds: [kim = ""], sellerId } = await setScene(
    database,
    { stock: [5, 5], price: 700 },
  );
  const lines = [await held(database, kim, cap, 2), await held(database, kim, hat, 1)];
  await alter(database, "variants", cap, { price: 9999 });
  const [placed] = await placeOrders(database, [purchase(kim, lines)]);
  const [order] = ordersOf(placed);
  match(order!.number, /^ORD-\d{8}-00001$/);
  deepEqual([order!.sellerId, order!.goods, order!.shipping, order!.total], [
    sellerId,
    2100,
    1000,
    3100,
  ]);
  equal(Math.round((Date.parse(order!.dueAt) - Date.now()) / 3_600_000), 24);
  deepEqual(await figures(database, cap), { stock: 5, available: 3, held: 0, sold: 2 });
  await assertInvariants(database);
});

eachDatabase("a cart of several sellers becomes an order each", async (database) => {
  const scenes = [
    await setScene(database, { stock: [5], price: 100 }),
    await setScene(database, { stock: [5], price: 200 }),
  ];
  const [kim = ""] = scenes[0]!.shopperIds;
  const lines = [];
  for (const { variantIds: [variant = ""] } of scenes) {
    lines.push(await held(database, kim, variant, 2));
  }
  const [placed] = await placeOrders(database, [purchase(kim, lines)]);
  const orders = ordersOf(placed);
  deepEqual(
    orders.map((order) => [order.sellerId, order.goods]).sort(),
    scenes.map((scene, n) => [scene.sellerId, 200 * (n + 1)]).sort(),
  );
  deepEqual(orders.map((order) => order.number.slice(-5)), ["00001", "00002"]);
  await assertInvariants(database);
});

eachDatabase("with one line gone nothing is ordered", async (database) => {
  const one = await setScene(database, { stock: [5], holdMinutes: 10 });
  const other = await setScene(database, { stock: [5], holdMinutes: 60 });
  const [kim = ""] = one.shopperIds;
  const early = await held(database, kim, one.variantIds[0]!, 1);
  const late = await held(database, kim, other.variantIds[0]!, 1);
  await pass(database, 10);
  const [placed] = await placeOrders(database, [purchase(kim, [early, late])]);
  deepEqual(placed, { refusal: { code: "HOLD_LAPSED", holdIds: [early] } });
  deepEqual(await database.query("select from orders"), []);
  equal((await figures(database, one.variantIds[0]!)).available, 5);
  equal((await figures(database, other.variantIds[0]!)).held, 1);
  deepEqual(await said(database, purchase(kim, [late])), ["1000"]);
  await assertInvariants(database);
});

eachDatabase("only one's own held lines can be ordered, and once", async (database) => {
  const { variantIds: [cap = "", hat = ""], shopperIds: [kim = "", lee = ""] } = await setScene(
    database,
    { stock: [5, 0], shoppers: 2 },
  );
  const line = await held(database, kim, cap, 1);
  const wait = wish(kim, hat, { waitlist: true });
  await hold(database, [wait]);
  deepEqual(await said(database, purchase(kim, [])), ["CART_EMPTY"]);
  deepEqual(await said(database, purchase(lee, [line])), ["NOT_YOURS"]);
  deepEqual(await said(database, purchase(kim, [line, uuidv7()])), ["NOT_YOURS"]);
  deepEqual(await said(database, purchase(kim, [line, wait.holdId])), ["SOLD_OUT"]);
  deepEqual(await said(database, purchase(kim, [line])), ["1000"]);
  deepEqual(await said(database, purchase(kim, [line])), ["HOLD_LAPSED"]);
  await assertInvariants(database);
});

eachDatabase("a shop that was closed sells nothing more", async (database) => {
  const scene = await setScene(database, { stock: [5] });
  const { variantIds: [cap = ""], shopperIds: [kim = ""], sellerId, ownerId } = scene;
  const line = await held(database, kim, cap, 1);
  const now = new Date().toISOString();
  await alter(database, "sellers", sellerId, { approved_at: null });
  deepEqual(await said(database, purchase(kim, [line])), ["NOT_YOURS"]);
  await alter(database, "sellers", sellerId, { approved_at: now });
  await alter(database, "people", ownerId, { suspended_at: now });
  deepEqual(await said(database, purchase(kim, [line])), ["NOT_YOURS"]);
  await alter(database, "people", ownerId, { suspended_at: null });
  await alter(database, "variants", cap, { hidden: true });
  deepEqual(await said(database, purchase(kim, [line])), ["1000"]);
});

eachDatabase("the same order again finds its first answer", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [5],
  });
  const asked = purchase(kim, [await held(database, kim, cap, 1)]);
  const again = { ...asked, orderIds: [uuidv7()], addressId: uuidv7() };
  const [first, second] = await placeOrders(database, [asked, again]);
  deepEqual(second, first);
  deepEqual(await placeOrders(database, [again]), [first]);
  deepEqual(await said(database, { ...again, wish: "another address" }), ["IDEMPOTENCY_MISMATCH"]);
  equal((await database.query("select from orders")).length, 1);
  equal((await database.query("select from addresses")).length, 1);
});

eachDatabase(
  "numbers follow each other within the shop's day, over all its days",
  async (database) => {
    const { variantIds, shopperIds: [kim = ""] } = await setScene(database, {
      stock: Array(6).fill(1),
    });
    const lines = [];
    for (const variant of variantIds) lines.push(await held(database, kim, variant, 1));
    // These zones are 25 hours apart, and so never on the same day.
    const zones = ["Pacific/Kiritimati", "Pacific/Niue"];
    const outcomes = await placeOrders(
      database,
      lines.map((line, n) => purchase(kim, [line], { zone: zones[n % 2] })),
    );
    const numbers = outcomes.flatMap(ordersOf).map((order) => order.number.slice(4));
    const [ahead, behind] = zones.map((zone) => dayIn(zone));
    deepEqual(numbers, [
      `${ahead}-00001`,
      `${behind}-00001`,
      `${ahead}-00002`,
      `${behind}-00002`,
      `${ahead}-00003`,
      `${behind}-00003`,
    ]);
    await assertInvariants(database);
  },
);

eachDatabase("a day may have more orders than five digits count", async (database) => {
  const { variantIds: [cap = "", hat = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [1, 1],
  });
  await said(database, purchase(kim, [await held(database, kim, cap, 1)]));
  await database.query("update order_days set last = 99999");
  const line = await held(database, kim, hat, 1);
  const [placed] = await placeOrders(database, [purchase(kim, [line])]);
  match(ordersOf(placed)[0]!.number, /^ORD-\d{8}-100000$/);
});

eachDatabase("as many lines as a shopper may hold go into one order", async (database) => {
  const { variantIds, shopperIds: [kim = ""] } = await setScene(database, {
    stock: Array(live_holds_per_shopper).fill(1),
    price: 3,
  });
  const lines = [];
  for (const variant of variantIds) lines.push(await held(database, kim, variant, 1));
  deepEqual(await said(database, purchase(kim, lines)), ["150"]);
  await assertInvariants(database);
});

eachDatabase("an order for more than can be counted is refused", async (database) => {
  const most = order_minor_units_max / 20;
  const { variantIds: [cap = "", hat = "", sock = ""], shopperIds: [kim = ""] } = await setScene(
    database,
    { stock: [10, 10, 1], price: most },
  );
  const lines = [await held(database, kim, cap, 10), await held(database, kim, hat, 10)];
  const more = await held(database, kim, sock, 1);
  deepEqual(await said(database, purchase(kim, [...lines, more])), ["INVALID"]);
  deepEqual(await said(database, purchase(kim, lines)), [String(order_minor_units_max)]);
  await assertInvariants(database);
});

async function held(database: Database, shopper: string, variant: string, quantity: number) {
  const [outcome] = await hold(database, [wish(shopper, variant, { quantity })]);
  if (!outcome || outcome.refusal) throw new Error(`not held: ${outcome?.refusal.code}`);
  return outcome.id;
}

/** The goods of each order, or why there is none. */
async function said(database: Database, asked: ReturnType<typeof purchase>): Promise<string[]> {
  const [outcome] = await placeOrders(database, [asked]);
  if (outcome?.refusal) return [outcome.refusal.code];
  return ordersOf(outcome).map(({ goods }) => String(goods));
}

function ordersOf(outcome: Placed | undefined): Order[] {
  if (!outcome || outcome.refusal) throw new Error(`not placed: ${outcome?.refusal.code}`);
  return outcome.orders;
}

function dayIn(timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date()).replaceAll("-", "");
}
