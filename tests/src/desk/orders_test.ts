import { deepEqual, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { atDesk } from "../../support/desk.ts";
import { expectRefusal } from "../../support/refused.ts";
import { type OrderJson, pathOf, read, sell, units } from "../../support/sale.ts";

atDesk("an order is paid, shipped and delivered", async (at) => {
  const { seller } = at;
  const { number } = await sell(at);
  const before = await read(at, number);
  deepEqual(
    [before.state, before.goods, before.buyer, before.address?.name],
    ["awaiting_payment", 11_600, "Mina", "Mina Kim"],
  );
  const paid = await seller.post<OrderJson>(`${pathOf(number)}/payment`, { method: "zelle" });
  deepEqual([paid.status, paid.body.state], [200, "paid"]);
  const parcel = { carrier: "CJ대한통운", tracking: "=6291-0000" };
  equal((await seller.post(`${pathOf(number)}/shipment`, parcel)).body.state, "shipped");
  const { carrier, tracking } = (await read(at, number)).parcel!;
  deepEqual({ carrier, tracking }, parcel);
  equal((await seller.post(`${pathOf(number)}/delivery`)).body.state, "delivered");
});

atDesk("an order takes no other step, and says where it stands", async (at) => {
  const { database, seller } = at;
  const { number } = await sell(at);
  const parcel = { carrier: "CJ", tracking: "1" };
  const refuses = async (step: string, body: object, state: string) => {
    const send = () => seller.post(`${pathOf(number)}/${step}`, body);
    await expectRefusal(database, { name: step, by: seller, send, code: "ORDER_STATE" });
    equal((await send()).body.state, state);
  };
  for (const [step, body] of [["shipment", parcel], ["delivery", {}], ["refunds", {}]] as const) {
    await refuses(step, body, "awaiting_payment");
  }
  await seller.post(`${pathOf(number)}/payment`);
  await refuses("payment", {}, "paid");
  await refuses("cancellation", {}, "paid");
  await refuses("delivery", {}, "paid");
  await seller.post(`${pathOf(number)}/refunds`);
  await refuses("shipment", parcel, "refunded");
  await refuses("refunds", {}, "refunded");
});

atDesk("cancelling returns the units once, however often it is asked", async (at) => {
  const { seller } = at;
  const sale = await sell(at);
  deepEqual(await units(at, sale), { available: 3, sold: 2 });
  const cancel = (key?: string) => seller.post(`${pathOf(sale.number)}/cancellation`, {}, key);
  const key = uuidv7();
  await Promise.all([cancel(key), cancel(key), cancel(), cancel()]);
  deepEqual(await units(at, sale), { available: 5, sold: 0 });
  equal((await read(at, sale.number)).state, "cancelled");
});

atDesk("a refund is whole, or by line and unit", async (at) => {
  const { database, seller } = at;
  const sale = await sell(at, 3);
  await seller.post(`${pathOf(sale.number)}/payment`);
  const { lines: [line] } = await read(at, sale.number);
  const refund = (body: object, key?: string) =>
    seller.post(`${pathOf(sale.number)}/refunds`, body, key);

  const key = uuidv7();
  const wish = { lines: [{ id: line!.id, quantity: 1 }], reason: "Torn" };
  const first = await refund(wish, key);
  deepEqual([first.status, first.body.state, first.body.refunded], [201, "paid", 5800]);
  deepEqual((await refund(wish, key)).body, first.body);
  deepEqual(await units(at, sale), { available: 3, sold: 2 });

  const wrong: object[] = [
    { lines: [{ id: line!.id, quantity: 3 }] },
    { lines: [{ id: uuidv7(), quantity: 1 }] },
    { lines: [{ id: line!.id, quantity: 1 }, { id: line!.id, quantity: 1 }] },
    { lines: [] },
  ];
  for (const body of wrong) {
    await expectRefusal(database, {
      name: JSON.stringify(body),
      by: seller,
      send: () => refund(body),
      code: "INVALID",
    });
  }
  const rest = await refund({});
  deepEqual([rest.body.state, rest.body.refunded], ["refunded", rest.body.total]);
  deepEqual(await units(at, sale), { available: 5, sold: 0 });
});

atDesk("lines of an unpaid order can shrink, and the totals follow", async (at) => {
  const { seller } = at;
  const sale = await sell(at, 3);
  const { lines: [line] } = await read(at, sale.number);
  const field = `quantity.${line!.id}`;
  const change = (fields: Record<string, string>) =>
    seller.submit(`/desk/orders/${sale.number}/lines`, fields);

  for (const quantity of ["4", "-1", "1.5", "many", "0"]) {
    const { status, body } = await change({ [field]: quantity });
    equal(status, 422, quantity);
    match(body, new RegExp(`name="${field}"[^>]* value="${quantity}"`), quantity);
  }
  equal((await change({ [`quantity.${uuidv7()}`]: "1" })).status, 422);
  equal((await change({ elsewhere: "1" })).status, 422);
  equal((await change({ [field]: "1" })).status, 303);
  const { goods, lines } = await read(at, sale.number);
  deepEqual([goods, lines[0]!.quantity], [5800, 1]);
  deepEqual(await units(at, sale), { available: 4, sold: 1 });
});
