import { equal, match, ok } from "node:assert/strict";
import { assertInvariants } from "../../support/invariants.ts";
import { codeOf, identityOn, inShop } from "../../support/in_shop.ts";

inShop("buying from a page holds units and leads back to it", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId = ""] = at.scene.variantIds;
  const from = `/products/${at.scene.productId}`;
  const answer = await mina.submit("/holds", { variantId, quantity: "2", from });
  equal(answer.status, 303);
  equal(answer.headers.get("location"), from);
  const cart = await mina.get<string>("/cart");
  match(cart.body, /Product/);
  match(cart.body, /\$20\.00/);
  await assertInvariants(at.database);
});

inShop("a path of another site is not led to", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId = ""] = at.scene.variantIds;
  for (const from of ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"]) {
    const answer = await mina.submit("/holds", { variantId, quantity: "1", from });
    equal(answer.headers.get("location"), "/cart", from);
  }
});

inShop("the same form sent twice holds once", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId = ""] = at.scene.variantIds;
  const { body } = await mina.get<string>(`/products/${at.scene.productId}`);
  const form = { variantId, quantity: "1", request: identityOn(body, "/holds") };
  await Promise.all([mina.submit("/holds", form), mina.submit("/holds", form)]);
  equal((await mina.submit("/holds", form)).status, 303);
  const [row] = await at.database.query("select held, available from variants");
  equal(JSON.stringify(row), JSON.stringify({ held: 1, available: 4 }));
});

inShop("the same form with another wish is refused", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId = ""] = at.scene.variantIds;
  const request = crypto.randomUUID();
  await mina.submit("/holds", { variantId, quantity: "1", request });
  const answer = await mina.submit("/holds", { variantId, quantity: "2", request });
  equal(answer.status, 422);
  match(answer.body, /role="alert"/);
});

inShop("a form that asks for no number of units changes nothing", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId = ""] = at.scene.variantIds;
  const from = `/products/${at.scene.productId}`;
  const wrong = ["0", "-1", "1.5", "1e9", "1000000000", "two", "", "<b>1</b>", "1; drop", "=1+1"];
  for (const quantity of wrong) {
    const answer = await mina.submit("/holds", { variantId, quantity, from });
    equal(answer.status, 422, quantity);
    match(answer.body, /role="alert"/, quantity);
    match(answer.body, /action="\/holds"/, "the product page is drawn again");
  }
  equal((await at.database.query("select from holds")).length, 0);
});

inShop("the API refuses what is no number of units", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId] = at.scene.variantIds;
  const mine = await mina.post("/api/holds", { variantId, quantity: 1 });
  for (const quantity of [0, -1, 1.5, 1e9, "2", null, true, [1], {}]) {
    equal(codeOf(await mina.post("/api/holds", { variantId, quantity })), "INVALID");
    equal(codeOf(await mina.patch(`/api/holds/${mine.body.id}`, { quantity })), "INVALID");
  }
  const [row] = await at.database.query<{ held: number }>("select held from variants");
  equal(row?.held, 1);
});

inShop("unknown fields are refused, in pages and over the API", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const [variantId = ""] = at.scene.variantIds;
  const form = await mina.submit("/holds", { variantId, quantity: "1", price: "1" });
  equal(form.status, 422);
  const json = await mina.post("/api/holds", { variantId, quantity: 1, unitPrice: 1 });
  equal(codeOf(json), "INVALID");
  equal((await at.database.query("select from holds")).length, 0);
});

inShop("a body that is no form is refused, not a bug", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  for (const path of ["/holds", "/orders", "/checkout", `/holds/${crypto.randomUUID()}/quantity`]) {
    for (const type of ["application/json", "text/plain", "multipart/form-data"]) {
      const answer = await mina.send("POST", path, {
        body: "{}",
        headers: { "content-type": type },
      });
      equal(answer.status, 422, `${path} ${type}`);
    }
    equal((await mina.send("POST", path)).status, 422, path);
    equal((await mina.submit(path, { from: "x".repeat(70_000) })).status, 413, path);
  }
});

inShop("a variant that is not there is nobody's", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const variantId = crypto.randomUUID();
  const form = await mina.submit("/holds", {
    variantId,
    quantity: "1",
    from: `/shows/${at.scene.showId}`,
  });
  equal(form.status, 404);
  match(form.body, /role="alert"/);
  equal((await mina.post("/api/holds", { variantId, quantity: 1 })).status, 404);
});

inShop("with htmx a hold is answered by a part of the page", { stock: [1] }, async (at) => {
  const [mina, jun] = [await at.shopper(), await at.shopper()];
  const [variantId = ""] = at.scene.variantIds;
  const form = { variantId, quantity: "1", from: `/shows/${at.scene.showId}` };
  const hx = { "hx-request": "true" };

  const held = await mina.submit("/holds", form, hx);
  equal(held.status, 200);
  match(held.body, /Product/);
  match(held.body, /data-deadline="\d{4}-\d\d-\d\dT[\d:.]+Z"/);
  match(held.body, /id="cart-link"/);
  ok(!held.body.includes("<html"));

  const refused = await jun.submit("/holds", form, hx);
  equal(refused.status, 409);
  match(refused.body, /role="alert"/);
  match(refused.body, /name="waitlist" value="true"/, "offers the line instead");

  const waiting = await jun.submit("/holds", { ...form, waitlist: "true" }, hx);
  equal(waiting.status, 200);
  match(waiting.body, /href="\/waitlist"/);
});

inShop("a guest who buys is asked to sign in, and led back", { stock: [1] }, async (at) => {
  const guest = at.app.guest();
  const [variantId = ""] = at.scene.variantIds;
  const form = { variantId, quantity: "1", from: `/products/${at.scene.productId}` };
  const answer = await guest.submit("/holds", form);
  equal(answer.status, 303);
  equal(
    answer.headers.get("location"),
    `/sign-in?from=${encodeURIComponent(`${form.from}?variantId=${variantId}&quantity=1`)}`,
  );
  equal((await guest.submit("/holds", form, { "hx-request": "true" })).status, 401);
  equal((await guest.post("/api/holds", { variantId, quantity: 1 })).status, 401);
});
