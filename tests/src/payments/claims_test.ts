import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { orderOne } from "../../support/checkout.ts";
import { codeOf, identityOn, inShop } from "../../support/in_shop.ts";
import { assertInvariants } from "../../support/invariants.ts";
import type { Person } from "../../support/person.ts";

const english = { "accept-language": "en" };

// The smallest whole PNG: one pixel.
const pixel = Uint8Array.fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
);

/** Sends the claim as a page does, with a file. */
function claim(person: Person, number: string, fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ request: uuidv7(), ...fields })) {
    form.append(name, value);
  }
  const path = `/orders/${number}/payment-claims`;
  return person.send<string>("POST", path, { body: form, headers: english });
}

inShop("who has sent the money says so, with a note and a picture", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  await at.database.query("update sellers set bank_account = 'Maru Bank 110-1'");
  const number = await orderOne(mina, at.scene.variantIds[0]);
  const picture = new File([pixel], "../../receipt.exe", { type: "text/html" });
  const answer = await claim(mina, number, { method: "bank", note: "오후 2시 <b>", picture });
  equal(answer.status, 303);
  equal(answer.headers.get("location"), `/orders/${number}`);

  const page = await mina.get<string>(`/orders/${number}`, english);
  match(page.body, /You said that you sent it by Bank transfer/);
  match(page.body, /오후 2시 &lt;b>/);
  doesNotMatch(page.body, /Thank you! Your order is in/);
  const { body } = await mina.get<{ claims: { method: string; picture: { src: string } }[] }>(
    `/api/orders/${number}`,
  );
  equal(body.claims[0]?.method, "bank");
  match(body.claims[0]?.picture.src ?? "", /^\/pictures\/[\w-]{22,}\.png$/);
  await assertInvariants(at.database);
});

inShop(
  "a picture is optional, and so is what a browser sends for none",
  { stock: [5] },
  async (at) => {
    const mina = await at.shopper();
    const number = await orderOne(mina, at.scene.variantIds[0]);
    const none = new File([], "", { type: "application/octet-stream" });
    equal((await claim(mina, number, { method: "zelle", note: "", picture: none })).status, 303);
    const { body } = await mina.get<{ claims: unknown[] }>(`/api/orders/${number}`);
    equal(body.claims.length, 1);
  },
);

inShop("the same claim sent twice is one claim", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  await at.database.query("update sellers set venmo = '@maru'");
  const number = await orderOne(mina, at.scene.variantIds[0]);
  const page = await mina.get<string>(`/orders/${number}`);
  const request = identityOn(page.body, `/orders/${number}/payment-claims`);
  const picture = new File([pixel], "receipt.png");
  const form = { request, method: "venmo", note: "sent", picture };
  const answers = await Promise.all([claim(mina, number, form), claim(mina, number, form)]);
  deepEqual(answers.map(({ status }) => status), [303, 303]);
  equal((await at.database.query("select from payment_claims")).length, 1);
  equal((await claim(mina, number, { ...form, note: "other" })).status, 422);
});

inShop("a claim that is wrong is refused by its field", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  await at.database.query("update sellers set bank_account = 'Maru Bank 110-1'");
  const number = await orderOne(mina, at.scene.variantIds[0]);
  const html = new File(["<script>alert(1)</script>"], "receipt.png", { type: "image/png" });
  const wrong: [Record<string, string | File>, string][] = [
    [{}, "method"],
    [{ method: "card" }, "method"],
    [{ method: "bank", note: "x".repeat(501) }, "note"],
    [{ method: "bank", picture: html }, "picture"],
    [{ method: "bank", picture: "receipt.png" }, "picture"],
  ];
  for (const [fields, field] of wrong) {
    const answer = await claim(mina, number, fields);
    equal(answer.status, 422, field);
    match(answer.body, new RegExp(`id="${field}-error"`), field);
  }
  equal((await claim(mina, number, { method: "bank", amount: "1" })).status, 422);
  equal((await at.database.query("select from payment_claims")).length, 0);
});

inShop("over the API a claim is a claim, too", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0]);
  const path = `/api/orders/${number}/payment-claims`;
  const key = crypto.randomUUID();
  const first = await mina.post(path, { method: "bank", note: "=1+1" }, key);
  deepEqual([first.status, first.body.state], [201, "awaiting_payment"]);
  match(String(first.body.dueAt), /Z$/);
  deepEqual((await mina.post(path, { method: "bank", note: "=1+1" }, key)).body, first.body);
  equal(codeOf(await mina.post(path, { method: "zelle" }, key)), "IDEMPOTENCY_MISMATCH");
  for (const body of [{}, { method: "card" }, { method: "bank", paid: true }, { method: 1 }]) {
    equal(codeOf(await mina.post(path, body)), "INVALID", JSON.stringify(body));
  }
  equal((await at.database.query("select from payment_claims")).length, 1);
});

inShop("no claim comes too late or for what is paid", { stock: [5] }, async (at) => {
  const mina = await at.shopper();
  const number = await orderOne(mina, at.scene.variantIds[0]);
  await at.database.query("update orders set due_at = now()");
  const late = await mina.post(`/api/orders/${number}/payment-claims`, { method: "bank" });
  deepEqual([late.status, codeOf(late)], [409, "PAYMENT_LATE"]);
  await at.database.query("update orders set state = 'paid', paid_at = now()");
  const paid = await claim(mina, number, { method: "bank" });
  equal(paid.status, 409);
  match(paid.body, /role="alert".*has been paid/s);
});
