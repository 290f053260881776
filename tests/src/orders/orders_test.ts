import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { holdOne, orderBody, orderOne } from "../../support/checkout.ts";
import { codeOf, identityOn, type InShop, inShop } from "../../support/in_shop.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";

const english = { "accept-language": "en" };

/** Somebody of the shop takes the order further, behind the shopper's back. */
async function step({ database }: InShop, number: string, state: string): Promise<void> {
  await database.query(
    "update orders set state = $2, paid_at = now() where number = $1",
    [number, state],
  );
}

inShop("one's orders are listed, newest first", { stock: [9], price: 700 }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  match((await mina.get<string>("/orders", english)).body, /No orders yet/);
  const first = await orderOne(mina, at.scene.variantIds[0]);
  const second = await orderOne(mina, at.scene.variantIds[0], 2);
  await orderOne(jun, at.scene.variantIds[0]);

  const { body } = await mina.get<{ items: { number: string }[]; total: number }>("/api/orders");
  deepEqual(body.items.map(({ number }) => number), [second, first]);
  equal(body.total, 2);
  const page = await mina.get<string>("/orders", english);
  match(page.body, new RegExp(`${second}.*${first}`, "s"));
  match(page.body, /\$24\.00/);
});

inShop("the list is narrowed by state and month", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const old = await orderOne(mina, at.scene.variantIds[0]);
  const paid = await orderOne(mina, at.scene.variantIds[0]);
  await step(at, paid, "paid");
  // An hour before the month ends in Seoul it is still the month before in London.
  await at.database.query(
    "update orders set placed_at = '2026-02-28 16:00:00+00' where number = $1",
    [old],
  );
  const numbers = async (query: string) => {
    const { body } = await mina.get<{ items: { number: string }[] }>(`/api/orders${query}`);
    return body.items.map(({ number }) => number);
  };
  deepEqual(await numbers("?state=paid"), [paid]);
  deepEqual(await numbers("?month=2026-03"), [old]);
  deepEqual(await numbers("?month=2026-02"), []);
  deepEqual(await numbers("?month=2026-03&state=paid"), []);
  const page = await mina.get<string>("/orders?state=paid&month=2026-03", english);
  match(page.body, /No orders match/);
  match(page.body, /value="2026-03"/);
  for (const query of ["?state=lost", "?month=2026-13", "?page=0", "?page=x", "?limit=9"]) {
    equal(codeOf(await mina.get(`/api/orders${query}`)), "INVALID", query);
  }
  equal((await mina.get("/orders?state=lost&month=x&page=-1")).status, 200);
});

inShop("a long list comes in pages", { stock: [99], unitsPerShopper: 99 }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0]);
  await at.database.query(
    `with copies as (
       insert into orders (id, number, seller_id, shopper_id, currency, goods, shipping,
         depositor_name, country, placed_at, due_at)
       select gen_random_uuid(), 'ORD-' || n, seller_id, shopper_id, currency, goods, shipping,
         depositor_name, country, placed_at - make_interval(days => n), due_at
       from orders, generate_series(1, 24) n returning id
     )
     insert into order_lines (order_id, variant_id, product_id, name, unit_price, quantity)
     select c.id, l.variant_id, l.product_id, l.name, l.unit_price, 1 from copies c, order_lines l`,
  );
  const second = await mina.get<{ items: unknown[]; pages: number; total: number }>(
    "/api/orders?page=2",
  );
  deepEqual([second.body.items.length, second.body.pages, second.body.total], [1, 2, 25]);
  match((await mina.get<string>("/orders")).body, new RegExp(number));
  match((await mina.get<string>("/orders?page=2")).body, /ORD-24</);
  match((await mina.get<string>("/orders?page=9")).body, /ORD-24</, "the last page");
});

inShop("an order tells its amounts, its steps and its parcel", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  await at.database.query("update sellers set zelle = 'maru@example.com', venmo = '@maru'");
  const number = await orderOne(mina, at.scene.variantIds[0], 3);
  const unpaid = await mina.get<string>(`/orders/${number}`, english);
  for (const text of [/maru@example\.com/, /@maru/, /\$40\.00/, /KIM MINA/, /Awaiting payment/]) {
    match(unpaid.body, text);
  }
  await step(at, number, "shipped");
  await at.database.query(
    "insert into parcels (order_id, carrier, tracking) select id, 'USPS', '9400 1' from orders",
  );
  const { body } = await mina.get<string>(`/orders/${number}`, english);
  match(body, /tools\.usps\.com\/go\/TrackConfirmAction\?tLabels=9400%201/);
  doesNotMatch(body, /maru@example\.com/, "nothing more to pay");

  const { body: order } = await mina.get(`/api/orders/${number}`);
  deepEqual([order.state, order.goods, order.shipping, order.total], ["shipped", 3000, 1000, 4000]);
  match(String(order.placedAt), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  match(String((order.parcel as { shippedAt: string }).shippedAt), /Z$/);
});

inShop("somebody else's order answers like one that does not exist", { stock: [9] }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const number = await orderOne(mina, at.scene.variantIds[0]);
  for (const name of [number, "ORD-20260101-99999", "x", "%27%3B--", "%00"]) {
    const path = `/orders/${name}`;
    const expected = name === "%00" ? 422 : 404;
    equal((await jun.get(path)).status, expected, name);
    equal((await jun.get(`${path}/receipt`)).status, expected, name);
    equal((await jun.submit(`${path}/cancellation`, {})).status, expected, name);
    equal((await jun.submit(`${path}/again`, {})).status, expected, name);
    equal((await jun.submit(`${path}/payment-claims`, { method: "bank" })).status, expected, name);
  }
  for (const name of [number, "ORD-20260101-99999"]) {
    equal(codeOf(await jun.get(`/api/orders/${name}`)), "NOT_YOURS");
    equal(codeOf(await jun.post(`/api/orders/${name}/cancellation`)), "NOT_YOURS");
    const claim = await jun.post(`/api/orders/${name}/payment-claims`, { method: "bank" });
    equal(codeOf(claim), "NOT_YOURS");
  }
  equal((await mina.get(`/api/orders/${number}`)).body.state, "awaiting_payment");
});

inShop(
  "an unpaid order is cancelled once, however often it is asked",
  { stock: [9] },
  async (at) => {
    const mina = await at.shopper();
    const number = await orderOne(mina, at.scene.variantIds[0], 4);
    const cancel = () => mina.submit(`/orders/${number}/cancellation`, {});
    const answers = await Promise.all([cancel(), cancel(), cancel()]);
    deepEqual(answers.map(({ status }) => status), [303, 303, 303]);
    equal((await mina.post(`/api/orders/${number}/cancellation`)).body.state, "cancelled");
    const [row] = await at.database.query<{ available: number }>("select available from variants");
    equal(row?.available, 9);
    match((await mina.get<string>(`/orders/${number}`, english)).body, /You cancelled this order/);
    await assertInvariants(at.database);
  },
);

inShop("what is paid cannot be cancelled, and the page says so", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0]);
  await step(at, number, "paid");
  const answer = await mina.submit(`/orders/${number}/cancellation`, {}, english);
  equal(answer.status, 409);
  match(answer.body, /role="alert".*has been paid/s);
  const { status, body } = await mina.post(`/api/orders/${number}/cancellation`);
  deepEqual([status, body.code, body.state], [409, "ORDER_STATE", "paid"]);
  equal((await mina.submit(`/orders/${number}/cancellation`, { force: "1" })).status, 422);
});

inShop(
  "ordering again holds what is there and names what is not",
  { stock: [3, 5] },
  async (at) => {
    const [mina, jun] = [await at.shopper(), await at.shopper()];
    const holdIds = [
      await holdOne(mina, at.scene.variantIds[0], 2),
      await holdOne(mina, at.scene.variantIds[1], 2),
    ];
    const { body } = await mina.post<{ orders: { number: string }[] }>("/api/orders", {
      ...orderBody,
      holdIds,
    });
    const number = body.orders[0]!.number;
    const page = await mina.get<string>(`/orders/${number}`);
    const request = identityOn(page.body, `/orders/${number}/again`);

    const some = await mina.submit(`/orders/${number}/again`, { request });
    equal(some.headers.get("location"), `/cart?again=${number}`);
    const cart = await mina.get<string>(`/cart?again=${number}`, english);
    match(cart.body, /Not everything could be added again.*Product, 1.*1 of 2 added/s);
    await mina.submit(`/orders/${number}/again`, { request });
    const [held] = await at.database.query<{ units: number }>(
      "select sum(held)::int as units from variants",
    );
    equal(held?.units, 3, "the same form holds once");
    doesNotMatch((await jun.get<string>(`/cart?again=${number}`, english)).body, /Product/);
    await assertInvariants(at.database);
  },
);

inShop("ordering again what is all there leads to the cart", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0], 2);
  const answer = await mina.submit(`/orders/${number}/again`, {});
  equal(answer.headers.get("location"), "/cart");
  match((await mina.get<string>("/cart")).body, /\$20\.00/);
});

inShop("a receipt says what was paid, and that it was", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0], 2);
  const unpaid = await mina.get<string>(`/orders/${number}/receipt`, english);
  match(unpaid.body, /not a proof of payment/);
  await step(at, number, "paid");
  const { body } = await mina.get<string>(`/orders/${number}/receipt`, english);
  doesNotMatch(body, /not a proof of payment/);
  match(body, new RegExp(`${number}.*Mina Kim.*\\$30\\.00`, "s"));
});

inShop("a refund stands in the order", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0], 2);
  await step(at, number, "paid");
  await at.database.query(
    `insert into refunds (id, order_id, amount, reason, refunded_by)
     select gen_random_uuid(), id, 1000, '', shopper_id from orders`,
  );
  await at.database.query("update orders set refunded = 1000");
  await at.database.query("update order_lines set refunded = 1");
  match((await mina.get<string>(`/orders/${number}`)).body, /−\$10\.00/);
  const { body } = await mina.get<{ refunds: { amount: number }[] }>(`/api/orders/${number}`);
  deepEqual(body.refunds.map(({ amount }) => amount), [1000]);
});

inShop("free shipping of a show holds at checkout and in the order", {
  stock: [9],
  price: 6000,
}, async (at) => {
  const mina = await at.shopper();
  const first = await orderOne(mina, at.scene.variantIds[0], 2);
  equal((await mina.get(`/api/orders/${first}`)).body.shipping, 1000, "below the threshold");
  const second = await orderOne(mina, at.scene.variantIds[0], 1);
  equal((await mina.get(`/api/orders/${second}`)).body.shipping, 1000, "nothing is paid yet");
  await step(at, first, "paid");
  const third = await orderOne(mina, at.scene.variantIds[0], 1);
  equal((await mina.get(`/api/orders/${third}`)).body.shipping, 0, "an earlier one is paid");

  const jun = await at.shopper();
  const other = await setScene(at.database, { stock: [9], price: 5000 });
  const much = await orderOne(jun, other.variantIds[0], 3);
  equal((await jun.get(`/api/orders/${much}`)).body.shipping, 0, "the threshold is met");
});
