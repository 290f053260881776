import { deepEqual, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { SellersProduct } from "../../../src/catalog/product_json.ts";
import { orderOne } from "../../support/checkout.ts";
import { pass } from "../../support/clock.ts";
import { type AtDesk, atDesk } from "../../support/desk.ts";
import { codeOf } from "../../support/in_shop.ts";
import type { Person } from "../../support/person.ts";
import { expectRefusal } from "../../support/refused.ts";

interface OrderJson {
  number: string;
  state: string;
  goods: number;
  shipping: number;
  total: number;
  refunded: number;
  buyer: string;
  address: { name: string } | null;
  lines: { id: string; quantity: number; refunded: number }[];
  parcel: { carrier: string; tracking: string } | null;
}

const pathOf = (number: string) => `/api/desk/orders/${number}`;

interface Sale {
  readonly product: SellersProduct;
  readonly buyer: Person;
  readonly number: string;
}

/** Somebody orders units of the seller's first variant, of which there are five. */
async function sell({ app, makeProduct }: AtDesk, quantity = 2): Promise<Sale> {
  const product = await makeProduct();
  const buyer = await app.signedIn({ name: "Mina" });
  return { product, buyer, number: await orderOne(buyer, product.variants[0]!.id, quantity) };
}

async function read({ seller }: AtDesk, number: string): Promise<OrderJson> {
  return (await seller.get<OrderJson>(pathOf(number))).body;
}

async function units({ seller }: AtDesk, { product }: Sale) {
  const { body } = await seller.get<SellersProduct>(`/api/desk/products/${product.id}`);
  const { available, sold } = body.variants[0]!;
  return { available, sold };
}

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

atDesk("many payments are confirmed at once; what has moved on stops none of them", async (at) => {
  const { seller } = at;
  const [first, second, third] = [await sell(at), await sell(at), await sell(at)];
  await first.buyer.post(`/api/orders/${first.number}/payment-claims`, { method: "venmo" });
  await seller.post(`${pathOf(third.number)}/cancellation`);
  const { status, headers } = await seller.submit("/desk/orders/payments", {
    numbers: [first.number, second.number, third.number, "ORD-20200101-00001"],
    from: "/desk/orders?state=awaiting_payment",
  });
  equal(status, 303);
  const location = headers.get("location")!;
  equal(location, "/desk/orders?state=awaiting_payment&confirmed=2&unconfirmed=2");
  const rows = await at.database.query<{ method: string }>(
    "select p.method from payments p join orders o on o.id = p.order_id order by o.number",
  );
  deepEqual(rows.map(({ method }) => method), ["venmo", "bank"]);
  match((await seller.get<string>(location)).body, /2 payments confirmed\. 2 could not be/);
});

atDesk("another seller's order is answered like one that does not exist", async (at) => {
  const { database, app, scene } = at;
  const { number } = await sell(at);
  const stranger = await app.signedIn({ role: "seller", name: "Stranger" });
  await database.query("delete from moderators");
  const tries = {
    reading: () => stranger.get(pathOf(number)),
    paying: () => stranger.post(`${pathOf(number)}/payment`),
    shipping: () => stranger.post(`${pathOf(number)}/shipment`, { carrier: "C", tracking: "1" }),
    cancelling: () => stranger.post(`${pathOf(number)}/cancellation`),
    refunding: () => stranger.post(`${pathOf(number)}/refunds`),
    "no number": () => stranger.get(pathOf("ORD-1' or '1'='1")),
    "the page": () => stranger.get(`/desk/orders/${number}`),
    "the form": () => stranger.submit(`/desk/orders/${number}/payment`, { method: "bank" }),
    "the reminder": () => stranger.submit(`/desk/orders/${number}/reminders`, {}),
    "a nul": () => stranger.get("/desk/orders/%00"),
  };
  for (const [name, send] of Object.entries(tries)) {
    await expectRefusal(database, { name, by: stranger, send, code: "NOT_YOURS" });
  }
  equal((await stranger.get("/api/desk/orders")).body.total, 0);
  equal(scene.sellerId.length, 36);
});

atDesk("a moderator packs and does nothing else", async (at) => {
  const { app, database, seller } = at;
  const { number } = await sell(at);
  const helper = await app.signedIn({ name: "Helper" });
  equal((await helper.get("/desk/orders")).status, 404);
  await database.query(
    `insert into moderators (seller_id, person_id)
     select s.id, p.id from sellers s, people p
     where s.name = 'Haneul' and p.display_name = 'Helper'`,
  );
  const moderator = await app.signedIn({ email: await emailOf(at, "Helper") });

  equal((await moderator.get("/desk")).headers.get("location"), "/desk/orders");
  match((await moderator.get<string>(`/desk/orders/${number}`)).body, /Mina Kim/);
  for (const step of ["payment", "cancellation", "refunds", "lines"]) {
    const { status } = await moderator.submit(`/desk/orders/${number}/${step}`, {});
    equal(status, 404, step);
  }
  for (const path of ["/desk/shows", "/desk/products", "/desk/products/new"]) {
    equal((await moderator.get(path)).status, 404, path);
  }
  await seller.post(`${pathOf(number)}/payment`);
  const parcel = { carrier: "CJ", tracking: "1" };
  equal((await moderator.submit(`/desk/orders/${number}/shipment`, parcel)).status, 303);
  equal((await moderator.post(`${pathOf(number)}/delivery`)).body.state, "delivered");
});

async function emailOf({ database }: AtDesk, name: string): Promise<string> {
  const [row] = await database.query<{ email: string }>(
    "select email from people where display_name = $1",
    [name],
  );
  return row!.email;
}

atDesk("a buyer is reminded at most once an hour, and only of what is due", async (at) => {
  const { database, seller } = at;
  const { number } = await sell(at);
  const remind = () => seller.submit(`/desk/orders/${number}/reminders`, {});
  equal((await remind()).status, 303);
  const again = await remind();
  deepEqual([again.status, again.headers.has("retry-after")], [429, true]);
  await pass(database, 61);
  equal((await remind()).status, 303);
  const told = await database.query("select from outbox where topic = 'order.reminder'");
  equal(told.length, 2);
  await seller.post(`${pathOf(number)}/payment`);
  equal((await remind()).status, 409);
});

atDesk("orders are found by number, name and state", async (at) => {
  const { seller } = at;
  const { number } = await sell(at);
  const paid = await sell(at);
  await seller.post(`${pathOf(paid.number)}/payment`);
  const found = async (query: string) => {
    const { body } = await seller.get<{ items: { number: string }[] }>(`/api/desk/orders?${query}`);
    return body.items.map((order) => order.number);
  };
  deepEqual(await found(""), [paid.number, number]);
  deepEqual(await found("state=paid"), [paid.number]);
  deepEqual(await found(`q=${number.slice(-5)}`), [number]);
  equal((await found("q=mina")).length, 2);
  equal((await found("q=%25")).length, 0);
  equal(codeOf(await seller.get("/api/desk/orders?state=lost")), "INVALID");
  const page = await seller.get<string>("/desk/orders?q=%3Cscript%3E%00");
  deepEqual([page.status, page.body.includes("<script>")], [200, false]);
});
