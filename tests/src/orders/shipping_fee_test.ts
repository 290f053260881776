import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { placeOrders } from "../../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../../src/orders/step.ts";
import type { Database } from "../../../src/platform.ts";
import { shippingFees } from "../../../src/shipping/fees.ts";
import { hold } from "../../../src/stock/mod.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { alter, purchase, wish } from "../../support/wishes.ts";

const korea = { country: "KR", region: "" } as const;

eachDatabase("the fee is the zone's, or the country's, or the shop's", async (database) => {
  const scene = await setScene(database, { stock: [9], price: 100 });
  await alter(database, "sellers", scene.sellerId, { shipping_fee: 1000 });
  await zone(database, scene, "US", "", 1500);
  await zone(database, scene, "US", "CA", 800);
  const line = await held(database, scene, 0, 1);
  const fee = async (country: "US" | "KR", region: string) =>
    await page(database, scene, [line], { country, region });
  equal(await fee("US", "CA"), 800);
  equal(await fee("US", "NY"), 1500);
  equal(await fee("KR", ""), 1000);
  equal((await order(database, scene, [line], { country: "US", region: "CA" })).shipping, 800);
});

eachDatabase("a show may ship free: never, always, or from a threshold", async (database) => {
  const scene = await setScene(database, { stock: [9, 9], price: 5000 });
  const line = await held(database, scene, 0, 2);
  const fee = () => page(database, scene, [line]);
  const mode = (free_shipping: string) => alter(database, "shows", scene.showId, { free_shipping });
  await mode("never");
  equal(await fee(), 1000);
  await mode("always");
  equal(await fee(), 0);
  await mode("threshold");
  equal(await fee(), 1000);
  await alter(database, "shows", scene.showId, { free_shipping_from: 10_001 });
  equal(await fee(), 1000);
  await alter(database, "shows", scene.showId, { free_shipping_from: 10_000 });
  equal(await fee(), 0);
  equal((await order(database, scene, [line])).shipping, 0);
});

eachDatabase("only the show's own lines count towards its threshold", async (database) => {
  const scene = await setScene(database, { stock: [9, 9], price: 8000 });
  const elsewhere = uuidv7();
  await database.query(
    "insert into products (id, seller_id, name) values ($1, $2, 'In no show')",
    [elsewhere, scene.sellerId],
  );
  await alter(database, "variants", scene.variantIds[1]!, { product_id: elsewhere });
  const shown = await held(database, scene, 0, 1);
  const other = await held(database, scene, 1, 9);
  equal(await page(database, scene, [shown, other]), 1000);
  equal(await page(database, scene, [other]), 1000);
  await alter(database, "shows", scene.showId, { free_shipping: "always" });
  equal(await page(database, scene, [other]), 1000);
  equal(await page(database, scene, [shown, other]), 0);
});

eachDatabase(
  "a further order of the show ships free when an earlier one is paid",
  async (database) => {
    const scene = await setScene(database, { stock: [9, 9, 9], price: 100 });
    const first = await order(database, scene, [await held(database, scene, 0, 1)]);
    const second = await held(database, scene, 1, 1);
    equal(await page(database, scene, [second]), 1000);
    await step(database, scene, first.number, { step: "payment", method: "bank" });
    equal(await page(database, scene, [second]), 0);
    equal((await order(database, scene, [second])).shipping, 0);
    await step(database, scene, first.number, { step: "refund", id: uuidv7(), reason: "" });
    equal(await page(database, scene, [await held(database, scene, 2, 1)]), 1000);
  },
);

eachDatabase("another's order, and another show's, makes nothing free", async (database) => {
  const scene = await setScene(database, { stock: [9, 9], shoppers: 2, price: 100 });
  const theirs = await order(database, swapped(scene), [
    await held(database, swapped(scene), 0, 1),
  ]);
  await step(database, scene, theirs.number, { step: "payment", method: "bank" });
  equal(await page(database, scene, [await held(database, scene, 1, 1)]), 1000);
});

eachDatabase(
  "an order that a seller made smaller pays what it would have paid",
  async (database) => {
    const scene = await setScene(database, { stock: [9], price: 8000 });
    const placed = await order(database, scene, [await held(database, scene, 0, 2)]);
    equal(placed.shipping, 0);
    const [line] = await database.query<{ id: string }>("select id from order_lines");
    const lines = [{ id: line!.id, quantity: 1 }];
    const smaller = await step(database, scene, placed.number, { step: "removal", lines });
    deepEqual([smaller.goods, smaller.shipping, smaller.total], [8000, 1000, 9000]);
  },
);

/** What the checkout page shows. */
async function page(
  database: Database,
  { sellerId, shopperIds: [kim = ""] }: Scene,
  holdIds: string[],
  to: { country: "US" | "KR"; region: string } = korea,
) {
  return (await shippingFees(database, kim, holdIds, to)).get(sellerId);
}

async function held(database: Database, scene: Scene, variant: number, quantity: number) {
  const [outcome] = await hold(database, [
    wish(scene.shopperIds[0]!, scene.variantIds[variant]!, { quantity }),
  ]);
  if (!outcome || outcome.refusal) throw new Error(`not held: ${outcome?.refusal.code}`);
  return outcome.id;
}

async function order(
  database: Database,
  { shopperIds: [kim = ""] }: Scene,
  holdIds: string[],
  to: { country: "US" | "KR"; region: string } = korea,
) {
  const [placed] = await placeOrders(database, [purchase(kim, holdIds, to)]);
  if (!placed || placed.refusal) throw new Error(`not placed: ${placed?.refusal.code}`);
  return placed.orders[0]!;
}

async function step(database: Database, scene: Scene, number: string, step: Step) {
  const { ownerId: personId, sellerId } = scene;
  const [outcome] = await stepOrders(database, [
    { ...step, personId, sellerId, number, requestId: uuidv7() },
  ]);
  if (!outcome || outcome.refusal) throw new Error(`no step: ${outcome?.refusal.code}`);
  return outcome;
}

async function zone(
  database: Database,
  { sellerId }: Scene,
  country: string,
  region: string,
  fee: number,
) {
  await database.query(
    "insert into shipping_zones (id, seller_id, country, region, fee) values ($1, $2, $3, $4, $5)",
    [uuidv7(), sellerId, country, region, fee],
  );
}

/** The same scene with the second shopper in the first one's place. */
function swapped(scene: Scene): Scene {
  return { ...scene, shopperIds: [...scene.shopperIds].reverse() };
}
