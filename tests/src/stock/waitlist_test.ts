import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../src/platform.ts";
import { changeStock, hold, lapse, release, serveLines } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { alter, wish } from "../../support/wishes.ts";

eachDatabase(
  "units that come back serve as many as they suffice for, in order",
  async (database) => {
    const scene = await line(database, { units: 5, waiting: [6, 2, 4, 1, 2] });
    await giveUp(database, scene);
    deepEqual(await states(database, scene), ["waiting", "held", "waiting", "held", "held"]);
    await assertInvariants(database);
  },
);

eachDatabase("those passed over keep their place", async (database) => {
  const scene = await line(database, { units: 2, waiting: [3, 2, 1] });
  await giveUp(database, scene);
  deepEqual(await states(database, scene), ["waiting", "held", "waiting"]);
  await restock(database, scene, 3);
  deepEqual(await states(database, scene), ["held", "held", "waiting"]);
  await assertInvariants(database);
});

eachDatabase(
  "a promoted wait is a hold with the price and the minutes of now",
  async (database) => {
    const scene = await line(database, { units: 1, waiting: [1] });
    await alter(database, "variants", scene.variantIds[0]!, { price: 1234 });
    await alter(database, "sellers", scene.sellerId, { waitlist_minutes: 5 });
    await giveUp(database, scene);
    const [promoted] = await database.query<{ unit_price: number; seconds: number }>(
      `select unit_price, extract(epoch from expires_at - now())::int as seconds
     from holds where promoted_at is not null`,
    );
    equal(promoted!.unit_price, 1234);
    equal(Math.round(promoted!.seconds / 60), 5);
  },
);

eachDatabase(
  "each promotion lapses in its turn, and the next is promoted once",
  async (database) => {
    const scene = await line(database, { units: 1, waiting: [1, 1, 1] });
    await giveUp(database, scene);
    for (const expected of ["held waiting waiting", "lapsed held waiting", "lapsed lapsed held"]) {
      equal((await states(database, scene)).join(" "), expected);
      equal(await lapse(database), 0);
      await pass(database, 10);
      equal(await lapse(database), 1);
    }
    deepEqual(await states(database, scene), ["lapsed", "lapsed", "lapsed"]);
    const told = await database.query<{ topic: string; told: number }>(
      "select topic, count(*)::int as told from outbox where topic like 'hold.%' group by 1 order by 1",
    );
    deepEqual(told, [{ topic: "hold.lapsed", told: 3 }, { topic: "hold.promoted", told: 3 }]);
    await assertInvariants(database);
  },
);

eachDatabase("nobody is promoted to what is not on offer, until it is", async (database) => {
  const scene = await line(database, { units: 1, waiting: [1] });
  await alter(database, "variants", scene.variantIds[0]!, { hidden: true });
  await giveUp(database, scene);
  deepEqual(await states(database, scene), ["waiting"]);
  equal(await serveLines(database), 0);
  await alter(database, "variants", scene.variantIds[0]!, { hidden: false });
  equal(await serveLines(database), 1);
  deepEqual(await states(database, scene), ["held"]);
  await assertInvariants(database);
});

eachDatabase("lapsing takes so many variants at a time, and all in the end", async (database) => {
  const scene = await setScene(database, { stock: [1, 1, 1, 1, 1] });
  const [kim = ""] = scene.shopperIds;
  for (const variant of scene.variantIds) await hold(database, [wish(kim, variant)]);
  await pass(database, 10);
  const turns = [];
  for (let turn = 0; turn < 4; turn++) {
    const [row] = await database.query<{ changed: number }>("select lapse(2) as changed");
    turns.push(row!.changed);
  }
  deepEqual(turns, [2, 2, 1, 0]);
  await assertInvariants(database);
});

/** A variant that one shopper holds whole, and the others of the scene wait for. */
async function line(database: Database, { units, waiting }: { units: number; waiting: number[] }) {
  const scene = await setScene(database, { stock: [units], shoppers: waiting.length + 1 });
  const [cap = ""] = scene.variantIds;
  const [owner = "", ...others] = scene.shopperIds;
  await hold(database, [wish(owner, cap, { quantity: units })]);
  await hold(
    database,
    others.map((shopper, n) => wish(shopper, cap, { quantity: waiting[n], waitlist: true })),
  );
  return scene;
}

/** The one who holds all gives it back. */
async function giveUp(database: Database, { shopperIds: [personId = ""] }: Scene) {
  const [held] = await database.query<{ id: string }>(
    "select id from holds where shopper_id = $1",
    [personId],
  );
  await release(database, [{ personId, requestId: uuidv7(), holdId: held!.id }]);
}

async function restock(database: Database, scene: Scene, delta: number) {
  await changeStock(database, [{
    personId: scene.ownerId,
    requestId: uuidv7(),
    id: uuidv7(),
    sellerId: scene.sellerId,
    variantId: scene.variantIds[0]!,
    delta,
    reason: "",
  }]);
}

/** The states of those who waited, in order of arrival. */
async function states(database: Database, { shopperIds: [owner] }: Scene) {
  const rows = await database.query<{ state: string }>(
    "select state from holds where shopper_id <> $1 order by place",
    [owner],
  );
  return rows.map(({ state }) => state);
}
