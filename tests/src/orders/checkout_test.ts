import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { checkoutForm, holdOne } from "../../support/checkout.ts";
import { identityOn, inShop } from "../../support/in_shop.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";

const english = { "accept-language": "en" };

inShop("checkout shows what will be ordered and leads to the order", {
  stock: [5],
  price: 2500,
}, async (at) => {
  const mina = await at.shopper();
  await at.database.query("update sellers set bank_account = 'Maru Bank 110-1'");
  const hold = await holdOne(mina, at.scene.variantIds[0], 2);
  const { status, body } = await mina.get<string>(`/checkout?hold=${hold}`, english);
  equal(status, 200);
  match(body, /\$50\.00/);
  match(body, /by address/);

  const placed = await mina.submit("/orders", { ...checkoutForm, holdIds: hold });
  equal(placed.status, 303);
  match(placed.headers.get("location") ?? "", /^\/orders\/ORD-\d{8}-00001$/);
  const order = await mina.get<string>(placed.headers.get("location")!, english);
  for (const text of ["Thank you", "\\$60\\.00", "110-1", "KIM MINA", "90012", "\\+12135550123"]) {
    match(order.body, new RegExp(text));
  }
  await assertInvariants(at.database);
});

inShop("without a choice everything that is held is ordered, one order a seller", {
  stock: [5],
}, async (at) => {
  const mina = await at.shopper();
  const other = await setScene(at.database, { stock: [5], price: 3000 });
  await holdOne(mina, at.scene.variantIds[0]);
  await holdOne(mina, other.variantIds[0]);
  const { body } = await mina.get<string>("/checkout");
  const holdIds = [...body.matchAll(/name="holdIds" value="([^"]+)"/g)].map(([, id]) => id!);
  equal(holdIds.length, 2);

  const placed = await mina.submit("/orders", { ...checkoutForm, holdIds });
  const first = placed.headers.get("location")!;
  match(first, /^\/orders\/ORD-\d{8}-00001$/);
  const second = first.replace("00001", "00002");
  match((await mina.get<string>(first)).body, new RegExp(`href="${second}"`), "leads to the other");
  equal((await mina.get(second)).status, 200);
  await assertInvariants(at.database);
});

inShop("checkout without a line that is held is the cart", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const hold = await holdOne(mina, at.scene.variantIds[0]);
  await at.lapseAll();
  for (const path of ["/checkout", `/checkout?hold=${hold}`, "/checkout?hold=x"]) {
    const answer = await mina.get(path);
    deepEqual([answer.status, answer.headers.get("location")], [303, "/cart"], path);
  }
});

inShop("a double click and the back button lead to the same order", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  const page = await mina.get<string>("/checkout");
  const form = { ...checkoutForm, holdIds, request: identityOn(page.body, "/orders") };
  const clicks = await Promise.all([1, 2, 3, 4].map(() => mina.submit("/orders", form)));
  const again = await mina.submit("/orders", form);
  const places = new Set([...clicks, again].map((answer) => answer.headers.get("location")));
  equal(places.size, 1);
  equal(again.status, 303);
  equal((await at.database.query("select from orders")).length, 1);

  const changed = await mina.submit("/orders", { ...form, line1: "2 Main St" });
  equal(changed.status, 422, "the same form with another address");
  equal((await at.database.query("select from orders")).length, 1);
  await assertInvariants(at.database);
});

inShop("lines that ran out cannot be ordered: all or nothing", { stock: [5, 5] }, async (at) => {
  const mina = await at.shopper();
  const lapsed = await holdOne(mina, at.scene.variantIds[0]);
  await at.lapseAll();
  const held = await holdOne(mina, at.scene.variantIds[1]);

  const both = await mina.submit("/orders", { ...checkoutForm, holdIds: [lapsed, held] });
  equal(both.status, 410);
  match(both.body, /role="alert"/);
  match(both.body, /value="1 Main St"/, "what was typed is still there");
  match(both.body, new RegExp(`name="holdIds" value="${held}"`), "what is left can be ordered");
  doesNotMatch(both.body, new RegExp(lapsed));

  const one = await mina.submit("/orders", { ...checkoutForm, holdIds: lapsed });
  equal(one.status, 410);
  match(one.body, /role="alert"/);
  equal((await at.database.query("select from orders")).length, 0);
  await assertInvariants(at.database);
});

inShop("an order without lines is refused", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const { status, body } = await mina.submit("/orders", checkoutForm, english);
  equal(status, 422);
  match(body, /Nothing was chosen to order/);
});

inShop("somebody else's line cannot be ordered", { stock: [5] }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  equal((await jun.submit("/orders", { ...checkoutForm, holdIds })).status, 404);
  const unknown = { ...checkoutForm, holdIds: crypto.randomUUID() };
  equal((await jun.submit("/orders", unknown)).status, 404);
  const { body } = await jun.get<string>(`/checkout?hold=${holdIds}`);
  doesNotMatch(body, /Product/);
});

inShop("every fault of the form is told at once, by its field", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  const { status, body } = await mina.submit("/orders", {
    holdIds,
    country: "US",
    name: "Mina",
    phone: "12",
    line1: "1 Main St",
    postalCode: "1234",
  }, english);
  equal(status, 422);
  for (const field of ["phone", "city", "state", "postalCode", "depositorName", "consentOrder"]) {
    match(body, new RegExp(`id="${field}-error"`), field);
  }
  match(body, /value="1 Main St"/);
  equal((await at.database.query("select from orders")).length, 0);
});

inShop("addresses that no carrier knows are refused", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  const korean = { ...checkoutForm, country: "KR", postalCode: "04524", phone: "010-1234-5678" };
  const wrong = [
    { ...checkoutForm, postalCode: "9001" },
    { ...checkoutForm, postalCode: "90012-12" },
    { ...checkoutForm, state: "" },
    { ...checkoutForm, state: "California" },
    { ...checkoutForm, city: "" },
    { ...checkoutForm, country: "DE" },
    { ...checkoutForm, country: "" },
    { ...checkoutForm, phone: "+49 30 123456" },
    { ...checkoutForm, name: "x".repeat(101) },
    { ...checkoutForm, depositorName: "x".repeat(101) },
    { ...checkoutForm, consentOrder: "" },
    { ...checkoutForm, consentPrivacy: "yes" },
    { ...checkoutForm, total: "1" },
    { ...korean, postalCode: "0452" },
    { ...korean, postalCode: "04524-1234" },
  ];
  for (const form of wrong) {
    const answer = await mina.submit("/orders", { ...form, holdIds });
    equal(answer.status, 422, JSON.stringify(form));
    match(answer.body, /role="alert"/);
  }
  equal((await at.database.query("select from orders")).length, 0);
  equal((await mina.submit("/orders", { ...korean, holdIds })).status, 303);
});

inShop("a longer ZIP code is one, too", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  const form = { ...checkoutForm, holdIds, postalCode: "90012-1234" };
  equal((await mina.submit("/orders", form)).status, 303);
});

inShop("the amounts follow the address before anything is ordered", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const hold = await holdOne(mina, at.scene.variantIds[0]);
  await at.database.query(
    `insert into shipping_zones (id, seller_id, country, region, fee)
     values (gen_random_uuid(), $1, 'US', 'CA', 800)`,
    [at.scene.sellerId],
  );
  const scripted = await mina.get<string>(
    `/checkout?holdIds=${hold}&country=US&state=CA`,
    { "hx-request": "true" },
  );
  match(scripted.body, /id="amounts".*\$18\.00/s);

  const { consentOrder: _, consentPrivacy: __, ...form } = checkoutForm;
  const plain = await mina.submit("/checkout", { ...form, state: "NY", holdIds: hold });
  equal(plain.status, 200);
  match(plain.body, /\$20\.00/);
  match(plain.body, /value="1 Main St"/);
  match(plain.body, /value="KIM MINA"/);
  equal((await mina.submit("/checkout", { country: "XX", holdIds: hold })).status, 200);
  equal((await at.database.query("select from orders")).length, 0);
});

inShop("the address is kept for the next order, unless unticked", { stock: [5, 5] }, async (at) => {
  const mina = await at.shopper();
  const { remember: _, ...forgotten } = checkoutForm;
  const first = await holdOne(mina, at.scene.variantIds[0]);
  await mina.submit("/orders", { ...forgotten, holdIds: first });
  await at.app.settled();
  await holdOne(mina, at.scene.variantIds[1]);
  doesNotMatch((await mina.get<string>("/checkout")).body, /1 Main St/);

  const second = await mina.get<string>("/checkout");
  const [, holdIds = ""] = second.body.match(/name="holdIds" value="([^"]+)"/) ?? [];
  await mina.submit("/orders", { ...checkoutForm, holdIds });
  await at.app.settled();
  await holdOne(mina, at.scene.variantIds[0]);
  const { body } = await mina.get<string>("/checkout");
  match(body, /value="1 Main St"/);
  match(body, /value="KIM MINA"/);
  match(body, /\$10\.00/, "shipping to the address that is known");
});

inShop(
  "what is typed in the language of markup or tables stays text",
  { stock: [5] },
  async (at) => {
    const mina = await at.shopper();
    const holdIds = await holdOne(mina, at.scene.variantIds[0]);
    const nasty = `=1+1"><script>alert(1)</script>'; drop table orders; --`;
    const form = { ...checkoutForm, holdIds, name: nasty, line1: nasty, depositorName: nasty };
    const placed = await mina.submit("/orders", form);
    equal(placed.status, 303);
    const { body } = await mina.get<string>(placed.headers.get("location")!);
    doesNotMatch(body, /<script>alert/);
    match(body, /=1\+1/);
  },
);

inShop("characters that no database keeps are refused, not a bug", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  const form = { ...checkoutForm, holdIds, depositorName: "a\u0000b" };
  equal((await mina.submit("/orders", form)).status, 422);
});

inShop("an address cannot be read in the database", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  await mina.submit("/orders", { ...checkoutForm, holdIds });
  await at.app.settled();
  const stored = await at.database.query(
    `select row_to_json(a)::text as text from addresses a
     union all select row_to_json(p)::text from profiles p
     union all select row_to_json(r)::text from requests r
     union all select row_to_json(o)::text from outbox o`,
  );
  doesNotMatch(JSON.stringify(stored), /Main St|90012|5550123|Los Angeles/);
});

inShop("paying is asked for in time", { stock: [5] }, async (at) => {
  const asked: { name: string; notBefore?: number }[] = [];
  at.app.app.shop.callbacks.ask = (callback) => void asked.push(callback);
  const mina = await at.shopper();
  const holdIds = await holdOne(mina, at.scene.variantIds[0]);
  await mina.submit("/orders", { ...checkoutForm, holdIds });
  const moments = new Map(asked.map(({ name, notBefore }) => [name, notBefore! - Date.now()]));
  const hours = (name: string) => Math.round(moments.get(name)! / 3_600_000);
  deepEqual([hours("orders-due"), hours("orders-reminder")], [24, 18]);
});
