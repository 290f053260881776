import { deepEqual, equal, match } from "node:assert/strict";
import { pass } from "../../support/clock.ts";
import { type AtDesk, atDesk } from "../../support/desk.ts";
import { codeOf } from "../../support/in_shop.ts";
import { expectRefusal } from "../../support/refused.ts";
import { pathOf, sell } from "../../support/sale.ts";

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

async function emailOf({ database }: AtDesk, name: string): Promise<string> {
  const [row] = await database.query<{ email: string }>(
    "select email from people where display_name = $1",
    [name],
  );
  return row!.email;
}
