import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { codeOf, type InShop, inShop } from "../../support/in_shop.ts";
import { assertInvariants } from "../../support/invariants.ts";
import type { Person } from "../../support/person.ts";
import { setScene } from "../../support/scene.ts";

interface CartJson {
  sellers: {
    sellerId: string;
    currency: string;
    goods: number;
    shipping: number | null;
    total: number;
    lines: { id: string; quantity: number; unitPrice: number; expiresAt: string }[];
  }[];
  waiting: { id: string; position: number }[];
  lapsed: { name: string }[];
}

const cartOf = async (person: Person) => (await person.get<CartJson>("/api/cart")).body;

async function held(at: InShop, person: Person, quantity = 1, variant = 0): Promise<string> {
  const { body } = await person.post<{ id: string }>("/api/holds", {
    variantId: at.scene.variantIds[variant],
    quantity,
  });
  return body.id;
}

inShop("an empty cart says what to do", { stock: [1] }, async (at) => {
  const mina = await at.shopper();
  const { status, body } = await mina.get<string>("/cart");
  equal(status, 200);
  match(body, /href="\/store"/);
  deepEqual(await cartOf(mina), { sellers: [], waiting: [], lapsed: [] });
});

inShop("the cart is grouped by seller", { stock: [9, 9], price: 500 }, async (at) => {
  const mina = await at.shopper();
  const other = await setScene(at.database, { stock: [3], price: 12_000 });
  await at.database.query("update sellers set name = 'Other & sons' where id = $1", [
    other.sellerId,
  ]);
  await held(at, mina, 2, 0);
  await held(at, mina, 1, 1);
  await mina.post("/api/holds", { variantId: other.variantIds[0], quantity: 1 });

  const { sellers } = await cartOf(mina);
  deepEqual(
    sellers.map(({ sellerId, goods, lines, total }) => [sellerId, goods, lines.length, total]),
    [[at.scene.sellerId, 1500, 2, 1500], [other.sellerId, 12_000, 1, 12_000]],
  );
  match(sellers[0]!.lines[0]!.expiresAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const { body } = await mina.get<string>("/cart");
  match(body, /Other &amp; sons/);
  match(body, /\$135\.00/);
});

inShop("the cart expects the shipping to the address of the profile", {
  stock: [9],
  price: 500,
}, async (at) => {
  const mina = await at.shopper();
  await held(at, mina);
  equal((await cartOf(mina)).sellers[0]?.shipping, null);
  await mina.submit("/profile", {
    displayName: "Mina",
    country: "US",
    name: "Mina Kim",
    line1: "1 Main St",
    city: "Los Angeles",
    state: "CA",
    postalCode: "90012",
  });
  equal((await cartOf(mina)).sellers[0]?.shipping, 1000);
  await at.database.query(
    `insert into shipping_zones (id, seller_id, country, region, fee)
     values (gen_random_uuid(), $1, 'US', 'CA', 800)`,
    [at.scene.sellerId],
  );
  const [seller] = (await cartOf(mina)).sellers;
  deepEqual([seller?.shipping, seller?.total], [800, 1300]);
  match((await mina.get<string>("/cart")).body, /\$8\.00/);
});

inShop("a line changes its quantity and keeps its deadline", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const id = await held(at, mina);
  const [before] = (await cartOf(mina)).sellers;
  const answer = await mina.submit(`/holds/${id}/quantity`, { quantity: "3" });
  equal(answer.status, 303);
  equal(answer.headers.get("location"), "/cart");
  const [after] = (await cartOf(mina)).sellers;
  equal(after?.lines[0]?.quantity, 3);
  equal(after?.lines[0]?.expiresAt, before?.lines[0]?.expiresAt);
});

inShop("a quantity that is not there is refused in its line", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const id = await held(at, mina);
  for (const [quantity, status] of [["9", 409], ["0", 422], ["1.5", 422], ["", 422]] as const) {
    const { status: got, body } = await mina.submit(`/holds/${id}/quantity`, { quantity });
    equal(got, status, quantity);
    const [line = ""] = body.match(new RegExp(`id="hold-${id}"[\\s\\S]*?</li>`)) ?? [];
    match(line, /role="alert"/, quantity);
  }
  equal((await cartOf(mina)).sellers[0]?.lines[0]?.quantity, 1);
});

inShop("a line is removed once, however often it is asked", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const id = await held(at, mina, 2);
  const release = () => mina.submit(`/holds/${id}/release`, {});
  const answers = await Promise.all([release(), release(), release()]);
  deepEqual(answers.map(({ status }) => status), [303, 303, 303]);
  deepEqual((await cartOf(mina)).sellers, []);
  await assertInvariants(at.database);
});

inShop("somebody else's line answers like one that does not exist", { stock: [5] }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const id = await held(at, mina);
  for (const hold of [id, crypto.randomUUID(), "1", "'; drop table holds; --"]) {
    const path = `/holds/${encodeURIComponent(hold)}`;
    equal((await jun.submit(`${path}/quantity`, { quantity: "2" })).status, 404, hold);
    equal((await jun.submit(`${path}/release`, {})).status, 404, hold);
  }
  for (const hold of [id, crypto.randomUUID()]) {
    const changed = await jun.patch(`/api/holds/${hold}`, { quantity: 2 });
    equal(codeOf(changed), "NOT_YOURS");
    equal(codeOf(await jun.delete(`/api/holds/${hold}`)), "NOT_YOURS");
  }
  equal((await cartOf(mina)).sellers[0]?.lines[0]?.quantity, 1);
});

inShop("a line whose time ran out is named, with the way back", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const id = await held(at, mina);
  await at.lapseAll();

  const { body } = await mina.get<string>("/cart");
  match(body, new RegExp(`href="/products/${at.scene.productId}"`));
  doesNotMatch(body, new RegExp(`hold-${id}`));
  const refused = await mina.submit(`/holds/${id}/quantity`, { quantity: "2" });
  equal(refused.status, 410);
  match(refused.body, /role="alert"/);
  equal((await cartOf(mina)).lapsed.length, 1, "and after it was reclaimed");

  await held(at, mina);
  equal((await cartOf(mina)).lapsed.length, 0, "held again");
});

inShop("a line that ran out more than an hour ago is forgotten", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  await held(at, mina);
  await at.database.query(
    `update holds set state = 'lapsed', expires_at = now(), ended_at = now() - interval '61 minutes'`,
  );
  await at.database.query("update variants set held = 0, available = stock");
  equal((await cartOf(mina)).lapsed.length, 0);
});

inShop("what is called in the language of markup stays text", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  await at.database.query("update products set name = $1", ["<script>alert(1)</script> =1+1"]);
  await held(at, mina);
  const { body } = await mina.get<string>("/cart");
  match(body, /&lt;script>alert\(1\)&lt;\/script>/);
  doesNotMatch(body, /<script>alert/);
});

inShop("nobody sees a cart without signing in", { stock: [1] }, async (at) => {
  const guest = at.app.guest();
  const page = await guest.get("/cart");
  equal(page.status, 303);
  equal(page.headers.get("location"), "/sign-in?from=%2Fcart");
  equal((await guest.get("/api/cart")).status, 401);
});
