import { deepEqual, equal } from "node:assert/strict";
import { readToday } from "../../../src/desk/today/read_today.ts";
import { orderOne } from "../../support/checkout.ts";
import { pass } from "../../support/clock.ts";
import { atDesk } from "../../support/desk.ts";

const day_minutes = 24 * 60;

atDesk("today counts what was paid and placed in 7 days, against the 7 before", async (at) => {
  const { database, seller, app, makeProduct, makeShow } = at;
  const [{ id: sellerId } = { id: "" }] = await database.query<{ id: string }>(
    "select id from sellers where name = 'Haneul'",
  );
  const look = () => readToday(database, sellerId, "Asia/Seoul");
  equal((await look()).fresh, true);

  const show = await makeShow();
  const { variants: [many, few] } = await makeProduct();
  const buyer = await app.signedIn();
  const buy = async (variantId: string, quantity: number) => {
    const number = await orderOne(buyer, variantId, quantity);
    await seller.post(`/api/desk/orders/${number}/payment`);
    return number;
  };
  await buy(many!.id, 2);
  await pass(database, 7 * day_minutes);
  const refunded = await buy(many!.id, 1);
  await seller.post(`/api/desk/orders/${refunded}/refunds`);
  await buy(few!.id, 1);
  await orderOne(buyer, few!.id, 1);
  await seller.post(`/api/desk/shows/${show.id}/airing`);

  const today = await look();
  equal(today.fresh, false);
  deepEqual(today.live.map(({ title }) => title), ["Autumn live"]);
  const { revenue, revenueBefore, orders, ordersBefore, unpaid, toShip } = today.figures;
  deepEqual([orders, ordersBefore, unpaid, toShip], [3, 1, 1, 2]);
  deepEqual([revenue > 5800, revenueBefore > 2 * 5800], [true, true]);
  equal(today.days.length, 7);
  equal(today.days.reduce((sum, { revenue }) => sum + revenue, 0), revenue);
  equal(today.days.at(-1)!.before, revenueBefore);
  deepEqual(today.top.map(({ units, revenue }) => [units, revenue]), [[1, 5800]]);
  deepEqual(today.low.map(({ options, available }) => [options, available]), [
    ["Maple / L", 0],
    ["Maple / M", 3],
  ]);
});
