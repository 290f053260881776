import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "../../../src/errors.ts";
import { live_holds_per_shopper, waitlist_quantity_max } from "../../../src/limits.ts";
import { type Hold, hold, lapse, release, serveLines } from "../../../src/stock/mod.ts";
import { pass } from "../../support/clock.ts";
import { eachDatabase } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";
import { alter, figures, wish } from "../../support/wishes.ts";

eachDatabase("a hold takes units off the shelf until its deadline", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [5],
    price: 700,
    holdMinutes: 10,
  });
  const asked = wish(kim, cap, { quantity: 2 });
  const [held] = await hold(database, [asked]);
  const { expiresAt, ...rest } = held as Hold;
  deepEqual(rest, { id: asked.holdId, state: "held", quantity: 2, unitPrice: 700 });
  ok(Math.abs(Date.parse(expiresAt!) - Date.now() - 10 * 60_000) < 5_000);
  deepEqual(await figures(database, cap), { stock: 5, available: 3, held: 2, sold: 0 });
  await assertInvariants(database);
});

eachDatabase("those who come first are served, to each what is left", async (database) => {
  const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
    stock: [5],
    shoppers: 5,
  });
  const quantities = [3, 4, 2, 1, 1];
  const outcomes = await hold(
    database,
    shopperIds.map((shopper, n) => wish(shopper, cap, { quantity: quantities[n] })),
  );
  deepEqual(outcomes.map(said), ["held 3", "NOT_ENOUGH_STOCK 2", "held 2", "SOLD_OUT", "SOLD_OUT"]);
  await assertInvariants(database);
});

eachDatabase("adding to a line moves neither its deadline nor its price", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [9],
    price: 700,
  });
  const [first] = await hold(database, [wish(kim, cap)]) as [Hold];
  await pass(database, 4);
  await alter(database, "variants", cap, { price: 900 });
  const [second] = await hold(database, [wish(kim, cap, { quantity: 2 })]) as [Hold];
  equal(second.id, first.id);
  equal(second.quantity, 3);
  equal(second.unitPrice, 700);
  equal(Date.parse(first.expiresAt!) - Date.parse(second.expiresAt!), 4 * 60_000);
  await pass(database, 6);
  const [third] = await hold(database, [wish(kim, cap)]) as [Hold];
  equal(third.unitPrice, 900);
  deepEqual(await figures(database, cap), { stock: 9, available: 8, held: 1, sold: 0 });
  await assertInvariants(database);
});

eachDatabase("what is overdue is for the next buyer, swept or not", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [1],
    shoppers: 2,
    holdMinutes: 10,
  });
  await hold(database, [wish(kim, cap)]);
  await pass(database, 9);
  deepEqual((await hold(database, [wish(lee, cap)])).map(said), ["SOLD_OUT"]);
  await pass(database, 1);
  deepEqual((await hold(database, [wish(lee, cap)])).map(said), ["held 1"]);
  equal(await lapse(database), 0);
  await assertInvariants(database);
});

eachDatabase("the deadline is the product's, or the show's, or the store's", async (database) => {
  const { variantIds: [cap = ""], shopperIds, productId, showId } = await setScene(database, {
    stock: [9],
    shoppers: 3,
    holdMinutes: 7,
  });
  const minutes = async (shopper: string | undefined) => {
    const [held] = await hold(database, [wish(shopper!, cap)]) as [Hold];
    return Math.round((Date.parse(held.expiresAt!) - Date.now()) / 60_000);
  };
  equal(await minutes(shopperIds[0]), 7);
  await alter(database, "shows", showId, { state: "ended" });
  equal(await minutes(shopperIds[1]), 30);
  await alter(database, "products", productId, { hold_minutes: 1440 });
  equal(await minutes(shopperIds[2]), 1440);
});

eachDatabase("nobody holds more of a variant than a shopper may", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [99],
    shoppers: 2,
    unitsPerShopper: 4,
  });
  const held = (quantity: number) => hold(database, [wish(kim, cap, { quantity })]);
  deepEqual((await held(5)).map(said), ["HOLD_LIMIT 4"]);
  deepEqual((await held(3)).map(said), ["held 3"]);
  deepEqual((await held(2)).map(said), ["HOLD_LIMIT 4"]);
  deepEqual((await held(1)).map(said), ["held 4"]);
  deepEqual((await held(0)).map(said), ["INVALID"]);
  deepEqual((await held(-1)).map(said), ["INVALID"]);
  deepEqual((await held(1_000_000_000)).map(said), ["HOLD_LIMIT 4"]);
  deepEqual((await hold(database, [wish(lee, cap, { quantity: 4 })])).map(said), ["held 4"]);
  await assertInvariants(database);
});

eachDatabase("live lines are bounded, ended ones do not count", async (database) => {
  const { variantIds, shopperIds: [kim = ""] } = await setScene(database, {
    stock: Array(live_holds_per_shopper + 2).fill(1),
    holdMinutes: 10,
  });
  const [one = "", other = "", ...others] = variantIds;
  for (const variant of others) await hold(database, [wish(kim, variant)]);
  deepEqual((await hold(database, [wish(kim, one)])).map(said), ["HOLD_LIMIT 50"]);
  await pass(database, 10);
  deepEqual((await hold(database, [wish(kim, one)])).map(said), ["held 1"]);
  deepEqual((await hold(database, [wish(kim, other)])).map(said), ["held 1"]);
});

eachDatabase("what is not on offer is not there", async (database) => {
  const scene = await setScene(database, { stock: [9] });
  const { variantIds: [cap = ""], productId, showId, sellerId, ownerId } = scene;
  const now = new Date().toISOString();
  const refusedWhen = async (
    table: Parameters<typeof alter>[1],
    id: string,
    columns: Record<string, unknown>,
    before: Record<string, unknown>,
  ) => {
    await alter(database, table, id, columns);
    const [outcome] = await hold(database, [wish(scene.shopperIds[0]!, cap)]);
    await alter(database, table, id, before);
    return said(outcome);
  };
  const gone = "NOT_YOURS";
  equal(await refusedWhen("variants", cap, { hidden: true }, { hidden: false }), gone);
  equal(await refusedWhen("products", productId, { deleted_at: now }, { deleted_at: null }), gone);
  const later = { visible_from: new Date(Date.now() + 60_000).toISOString() };
  equal(await refusedWhen("products", productId, later, { visible_from: null }), gone);
  const over = { visible_until: now };
  equal(await refusedWhen("products", productId, over, { visible_until: null }), gone);
  equal(await refusedWhen("sellers", sellerId, { approved_at: null }, { approved_at: now }), gone);
  const suspended = { suspended_at: now };
  equal(await refusedWhen("people", ownerId, suspended, { suspended_at: null }), gone);
  const live = { state: "live" };
  equal(await refusedWhen("shows", showId, { state: "scheduled" }, live), "SHOW_STATE scheduled");
  await alter(database, "products", productId, { in_store: false });
  equal(await refusedWhen("shows", showId, { state: "ended" }, live), "SHOW_STATE ended");
  equal(said((await hold(database, [wish(scene.shopperIds[0]!, uuidv7())]))[0]), gone);
  equal(said((await hold(database, [wish(scene.shopperIds[0]!, cap)]))[0]), "held 1");
});

eachDatabase("waiting is for what is sold out, once, and at most so many", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [2],
    shoppers: 2,
    unitsPerShopper: 99,
  });
  const waited = async (shopper: string, quantity: number) =>
    said((await hold(database, [wish(shopper, cap, { quantity, waitlist: true })]))[0]);
  equal(await waited(kim, 2), "held 2");
  equal(await waited(kim, 1), "NOT_WAITABLE");
  equal(await waited(lee, waitlist_quantity_max + 1), `HOLD_LIMIT ${waitlist_quantity_max}`);
  equal(await waited(lee, waitlist_quantity_max), `waiting ${waitlist_quantity_max} at 1`);
  equal(await waited(lee, 1), "ALREADY_WAITING");
  await assertInvariants(database);
});

eachDatabase("places in line follow the order of arrival", async (database) => {
  const { variantIds: [cap = ""], shopperIds } = await setScene(database, {
    stock: [0],
    shoppers: 5,
  });
  const wishes = shopperIds.map((shopper) => wish(shopper, cap, { waitlist: true }));
  const first = await hold(database, wishes.slice(0, 3));
  const then = await hold(database, wishes.slice(3));
  deepEqual([...first, ...then].map(said), [1, 2, 3, 4, 5].map((n) => `waiting 1 at ${n}`));
});

eachDatabase("units that came back off offer are for the line first", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = "", pak = ""], productId } =
    await setScene(database, { stock: [1], shoppers: 3 });
  const asked = wish(kim, cap);
  await hold(database, [asked, wish(lee, cap, { waitlist: true })]);
  await alter(database, "products", productId, { visible_until: new Date().toISOString() });
  await release(database, [{ personId: kim, requestId: uuidv7(), holdId: asked.holdId }]);
  await alter(database, "products", productId, { visible_until: null });
  deepEqual((await hold(database, [wish(pak, cap)])).map(said), ["SOLD_OUT"]);
  equal(await serveLines(database), 0);
  await assertInvariants(database);
});

eachDatabase("a list with the same shopper twice is served in order", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [3],
    shoppers: 2,
  });
  const again = wish(kim, cap);
  const outcomes = await hold(database, [
    again,
    wish(lee, cap),
    again,
    wish(kim, cap),
    { ...again, quantity: 2 },
    wish(lee, cap),
  ]);
  deepEqual(outcomes.map(said), [
    "held 1",
    "held 1",
    "held 1",
    "held 2",
    "IDEMPOTENCY_MISMATCH",
    "SOLD_OUT",
  ]);
  await assertInvariants(database);
});

eachDatabase("a refusal is remembered as well", async (database) => {
  const { variantIds: [cap = ""], shopperIds: [kim = "", lee = ""] } = await setScene(database, {
    stock: [1],
    shoppers: 2,
  });
  const first = wish(kim, cap);
  const late = wish(lee, cap);
  await hold(database, [first, late]);
  await release(database, [{ personId: kim, requestId: uuidv7(), holdId: first.holdId }]);
  deepEqual((await hold(database, [late])).map(said), ["SOLD_OUT"]);
  deepEqual((await hold(database, [{ ...late, requestId: uuidv7() }])).map(said), ["held 1"]);
});

function said(outcome: Outcome<Hold> | undefined): string {
  if (outcome?.refusal) {
    const { code, limit, available, state } = outcome.refusal;
    return [code, limit ?? available ?? state].filter((part) => part !== undefined).join(" ");
  }
  const place = outcome?.position === undefined ? "" : ` at ${outcome.position}`;
  return `${outcome?.state} ${outcome?.quantity}${place}`;
}
