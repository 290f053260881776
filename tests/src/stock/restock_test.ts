import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { stock_units_max } from "../../../src/limits.ts";
import type { Database } from "../../../src/platform.ts";
import { changeStock, hold, type StockChange } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { figures, wish } from "../../support/wishes.ts";

eachDatabase("a delta changes the stock and what is free, never what is held", async (database) => {
  const scene = await setScene(database, { stock: [5] });
  const [cap = ""] = scene.variantIds;
  await hold(database, [wish(scene.shopperIds[0]!, cap, { quantity: 3 })]);
  equal(await by(database, scene, 4), "9 6 3 0");
  equal(await by(database, scene, -7), "NOT_ENOUGH_STOCK");
  equal(await by(database, scene, -6), "3 0 3 0");
  equal(await by(database, scene, -1), "NOT_ENOUGH_STOCK");
  await pass(database, 10);
  equal(await by(database, scene, -3), "0 0 0 0");
  await assertInvariants(database);
});

eachDatabase("unsold stock is bounded", async (database) => {
  const scene = await setScene(database, { stock: [stock_units_max - 1] });
  equal(await by(database, scene, 2), "INVALID");
  equal(await by(database, scene, 1), "9999 9999 0 0");
  equal(await by(database, scene, 1), "INVALID");
});

eachDatabase("another seller's variant is not there", async (database) => {
  const scene = await setScene(database, { stock: [5] });
  const stranger = await setScene(database, { stock: [5] });
  equal(await by(database, { ...scene, sellerId: stranger.sellerId }, 1), "NOT_YOURS");
  equal((await figures(database, scene.variantIds[0]!)).stock, 5);
});

eachDatabase("a stock change counts once, in one list and in two", async (database) => {
  const scene = await setScene(database, { stock: [5] });
  const asked = delta(scene, 2);
  const outcomes = await changeStock(database, [asked, asked, { ...asked, delta: 3 }]);
  deepEqual(outcomes.map((outcome) => outcome.refusal?.code ?? "done"), [
    "done",
    "done",
    "IDEMPOTENCY_MISMATCH",
  ]);
  deepEqual(await changeStock(database, [asked]), [outcomes[0]]);
  equal((await figures(database, scene.variantIds[0]!)).stock, 7);
  const rows = await database.query("select delta, reason from stock_changes");
  deepEqual(rows, [{ delta: 2, reason: "counted" }]);
});

function delta(scene: Scene, delta: number): StockChange {
  return {
    personId: scene.ownerId,
    requestId: uuidv7(),
    id: uuidv7(),
    sellerId: scene.sellerId,
    variantId: scene.variantIds[0]!,
    delta,
    reason: "counted",
  };
}

async function by(database: Database, scene: Scene, units: number): Promise<string> {
  const [outcome] = await changeStock(database, [delta(scene, units)]);
  if (!outcome || outcome.refusal) return outcome?.refusal.code ?? "";
  return [outcome.stock, outcome.available, outcome.held, outcome.sold].join(" ");
}
