import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { cancelOverdue, deliverOld, remind } from "../../../src/orders/due.ts";
import { placeOrders } from "../../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../../src/orders/step.ts";
import type { Database } from "../../../src/platform.ts";
import { hold } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { figures, purchase, wish } from "../../support/wishes.ts";

const hours = 60;
const days = 24 * hours;

eachDatabase(
  "what is not paid in time is cancelled once, and its units come back",
  async (database) => {
    const { scene } = await ordered(database);
    await pass(database, 24 * hours - 1);
    equal(await cancelOverdue(database), 0);
    await pass(database, 1);
    equal(await cancelOverdue(database), 1);
    equal(await cancelOverdue(database), 0);
    deepEqual(await database.query("select state, cancelled_by from orders"), [
      { state: "cancelled", cancelled_by: "time" },
    ]);
    deepEqual(await figures(database, scene.variantIds[0]!), {
      stock: 2,
      available: 2,
      held: 0,
      sold: 0,
    });
    await assertInvariants(database);
  },
);

eachDatabase("the reminder comes once, six hours before the deadline", async (database) => {
  await ordered(database);
  await pass(database, 18 * hours - 1);
  equal(await remind(database), 0);
  await pass(database, 1);
  equal(await remind(database), 1);
  equal(await remind(database), 0);
});

eachDatabase("nobody is reminded of what is paid, or over", async (database) => {
  const { scene, number } = await ordered(database);
  await step(database, scene, number, { step: "payment", method: "bank" });
  await ordered(database);
  await pass(database, 24 * hours);
  equal(await remind(database), 0);
});

eachDatabase("what was shipped two weeks ago counts as delivered", async (database) => {
  const { scene, number } = await ordered(database);
  await step(database, scene, number, { step: "payment", method: "bank" });
  await step(database, scene, number, { step: "shipment", carrier: "CJ", tracking: "1" });
  await pass(database, 14 * days - 1);
  equal(await deliverOld(database), 0);
  await pass(database, 1);
  equal(await deliverOld(database), 1);
  equal(await deliverOld(database), 0);
  const told = "select from outbox where topic = 'order.delivered'";
  equal((await database.query(told)).length, 1);
  await assertInvariants(database);
});

async function ordered(database: Database) {
  const scene = await setScene(database, { stock: [2] });
  const [kim = ""] = scene.shopperIds;
  const line = wish(kim, scene.variantIds[0]!, { quantity: 2 });
  await hold(database, [line]);
  const [placed] = await placeOrders(database, [purchase(kim, [line.holdId])]);
  if (!placed || placed.refusal) throw new Error(`not placed: ${placed?.refusal.code}`);
  return { scene, number: placed.orders[0]!.number };
}

async function step(database: Database, scene: Scene, number: string, step: Step) {
  const { ownerId: personId, sellerId } = scene;
  const [outcome] = await stepOrders(database, [
    { ...step, personId, sellerId, number, requestId: uuidv7() },
  ]);
  equal(outcome!.refusal, undefined);
}
