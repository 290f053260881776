import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "../../../src/errors.ts";
import type { Database } from "../../../src/platform.ts";
import { change, type Hold, hold, release } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";
import { alter, figures, purchase, wish } from "../../support/wishes.ts";
import { placeOrders } from "../../../src/orders/place_order.ts";

eachDatabase("a line takes more only of what is free", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [6],
    shoppers: 2,
    unitsPerShopper: 5,
  });
  const line = await held(database, kim, cap, 2);
  await held(database, lee, cap, 1);
  const to = (quantity: number) => changed(database, kim, line, quantity);
  equal(await to(6), "HOLD_LIMIT 5");
  equal(await to(5), "held 5");
  equal(await to(1), "held 1");
  await held(database, lee, cap, 3);
  equal(await to(3), "NOT_ENOUGH_STOCK 2");
  equal(await to(-1), "INVALID");
  equal(await to(2), "held 2");
  deepEqual(await figures(database, cap), { stock: 6, available: 0, held: 6, sold: 0 });
  await assertInvariants(database);
});

eachDatabase("changing a line does not move its deadline", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [9],
    holdMinutes: 10,
  });
  const line = await held(database, kim, cap, 2);
  await pass(database, 9);
  equal(await changed(database, kim, line, 4), "held 4");
  await pass(database, 1);
  equal(await changed(database, kim, line, 1), "HOLD_LAPSED lapsed");
  equal(await changed(database, kim, line, 0), "HOLD_LAPSED lapsed");
  deepEqual(await figures(database, cap), { stock: 9, available: 9, held: 0, sold: 0 });
});

eachDatabase("a line of what is no longer on offer can shrink, not grow", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [9],
  });
  const line = await held(database, kim, cap, 3);
  await alter(database, "variants", cap, { hidden: true });
  equal(await changed(database, kim, line, 4), "NOT_ENOUGH_STOCK 3");
  equal(await changed(database, kim, line, 2), "held 2");
});

eachDatabase("a limit that was lowered stops growth and nothing else", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""], sellerId } = await setScene(database, {
    stock: [9],
  });
  const line = await held(database, kim, cap, 8);
  await alter(database, "sellers", sellerId, { units_per_shopper: 2 });
  equal(await changed(database, kim, line, 9), "HOLD_LIMIT 2");
  equal(await changed(database, kim, line, 7), "held 7");
});

eachDatabase("someone else's line is not there", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [9],
    shoppers: 2,
  });
  const line = await held(database, kim, cap, 3);
  equal(await changed(database, lee, line, 1), "NOT_YOURS");
  equal(await changed(database, lee, line, 0), "NOT_YOURS");
  equal(await changed(database, lee, uuidv7(), 0), "NOT_YOURS");
  deepEqual(await figures(database, cap), { stock: 9, available: 6, held: 3, sold: 0 });
});

eachDatabase(
  "a released line is released once, and what was ordered stays ordered",
  async (database) => {
    const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
      stock: [9],
    });
    const line = await held(database, kim, cap, 3);
    equal(await changed(database, kim, line, 0), "released 3");
    equal(await changed(database, kim, line, 0), "released 3");
    equal(await changed(database, kim, line, 1), "HOLD_LAPSED released");
    const other = await held(database, kim, cap, 2);
    await placeOrders(database, [purchase(kim, [other])]);
    equal(await changed(database, kim, other, 0), "HOLD_LAPSED ordered");
    deepEqual(await figures(database, cap), { stock: 9, available: 7, held: 0, sold: 2 });
    await assertInvariants(database);
  },
);

eachDatabase("a wait may shrink, keeps its place, and is served when it fits", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = "", pak = ""] } = await setScene(
    database,
    { stock: [2], shoppers: 3 },
  );
  const [first, second] = [wish(kim, cap, { quantity: 4 }), wish(lee, cap, { quantity: 3 })];
  await hold(database, [{ ...first, waitlist: true }, { ...second, waitlist: true }]);
  equal(await changed(database, kim, first.holdId, 5), "NOT_WAITABLE");
  equal(await changed(database, kim, first.holdId, 3), "waiting 3");
  equal(await changed(database, lee, second.holdId, 1), "held 1");
  equal(await changed(database, kim, first.holdId, 1), "held 1");
  deepEqual((await hold(database, [wish(pak, cap)])).map(said), ["SOLD_OUT"]);
  await assertInvariants(database);
});

eachDatabase("leaving the line gives back no units", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [0],
  });
  const wait = wish(kim, cap, { waitlist: true });
  await hold(database, [wait]);
  equal(await changed(database, kim, wait.holdId, 0), "released 1");
  deepEqual(await figures(database, cap), { stock: 0, available: 0, held: 0, sold: 0 });
  await assertInvariants(database);
});

eachDatabase("the same change again finds its first answer", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [9],
  });
  const line = await held(database, kim, cap, 1);
  const asked = { personId: kim, requestId: uuidv7(), holdId: line, quantity: 3 };
  const other = { ...asked, quantity: 4 };
  deepEqual((await change(database, [asked, asked, other])).map(said), [
    "held 3",
    "held 3",
    "IDEMPOTENCY_MISMATCH",
  ]);
  equal(await changed(database, kim, line, 5), "held 5");
  deepEqual((await change(database, [asked])).map(said), ["held 3"]);
  deepEqual((await release(database, [asked])).map(said), ["IDEMPOTENCY_MISMATCH"]);
  equal((await figures(database, cap)).held, 5);
});

async function held(database: Database, shopper: string, variant: string, quantity: number) {
  const [outcome] = await hold(database, [wish(shopper, variant, { quantity })]);
  if (!outcome || outcome.refusal) throw new Error("not held");
  return outcome.id;
}

async function changed(database: Database, personId: string, holdId: string, quantity: number) {
  const [outcome] = await change(database, [{ personId, requestId: uuidv7(), holdId, quantity }]);
  return said(outcome);
}

function said(outcome: Outcome<Hold> | undefined): string {
  if (!outcome?.refusal) return `${outcome?.state} ${outcome?.quantity}`;
  const { code, limit, available, state } = outcome.refusal;
  return [code, limit ?? available ?? state].filter((part) => part !== undefined).join(" ");
}
