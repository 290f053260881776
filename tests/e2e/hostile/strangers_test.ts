import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../src/platform.ts";
import { checkoutForm, holdOne, orderBody, orderOne } from "../../support/checkout.ts";
import { type Answer, type Json, Person } from "../../support/person.ts";
import { expectRefusal } from "../../support/refused.ts";
import { setScene } from "../../support/scene.ts";
import { town } from "../../support/town.ts";

Deno.test("what is not on offer cannot be held, whatever it is", async () => {
  const { database, mina, variantId } = await town();
  const elsewhere = await setScene(database, { stock: [5] });
  await database.query("update sellers set approved_at = null where id = $1", [elsewhere.sellerId]);
  for (const id of [uuidv7(), elsewhere.variantIds[0]!, elsewhere.productId]) {
    await expectRefusal(database, {
      name: `a variant that is not on offer`,
      by: mina,
      send: (by) => by.post("/api/holds", { variantId: id, quantity: 1 }),
      code: "NOT_YOURS",
    });
  }
  for (const id of ["", "1", "../../etc", `${variantId}'--`, 7, null]) {
    await expectRefusal(database, {
      name: `a variant called ${id}`,
      by: mina,
      send: (by) => by.post("/api/holds", { variantId: id, quantity: 1 }),
      code: "INVALID",
      field: "variantId",
    });
  }
});

/** Sends a request about a thing that an id or number names. */
type Ask = (by: Person, named: string) => Promise<Answer<Json | string>>;

Deno.test("somebody else's hold is answered like one that does not exist", async () => {
  const { database, mina, june, variantId } = await town();
  const asks: Ask[] = [
    (by, id) => by.patch(`/api/holds/${id}`, { quantity: 2 }),
    (by, id) => by.delete(`/api/holds/${id}`),
    (by, id) => by.post("/api/orders", { ...orderBody, holdIds: [id] }),
    (by, id) => by.submit(`/holds/${id}/quantity`, { quantity: "2" }),
    (by, id) => by.submit(`/holds/${id}/release`, {}),
    (by, id) => by.submit("/orders", { ...checkoutForm, holdIds: [id] }),
  ];
  const theirs = await holdOne(mina, variantId);
  await expectLikeMissing(database, june, asks, { theirs, missing: uuidv7() });
});

Deno.test("somebody else's order is answered like one that does not exist", async () => {
  const { database, mina, june, variantId } = await town();
  const claim = { method: "bank" };
  const asks: Ask[] = [
    (by, number) => by.get(`/api/orders/${number}`),
    (by, number) => by.post(`/api/orders/${number}/cancellation`),
    (by, number) => by.post(`/api/orders/${number}/payment-claims`, claim),
    (by, number) => by.get(`/orders/${number}`),
    (by, number) => by.get(`/orders/${number}/receipt`),
    (by, number) => by.submit(`/orders/${number}/cancellation`, {}),
    (by, number) => by.submit(`/orders/${number}/again`, {}),
    (by, number) => by.submit(`/orders/${number}/payment-claims`, claim),
  ];
  const names = { theirs: await orderOne(mina, variantId), missing: "ORD-20200101-00001" };
  await expectLikeMissing(database, june, asks, names);
  equal((await mina.get(`/api/orders/${names.theirs}`)).status, 200);
});

Deno.test("what another shop has is answered like what does not exist", async () => {
  const { database, mina, scene, variantId, origin } = await town();
  const rival = await Person.signedIn(origin, { role: "seller" });
  const details = { name: "Mine", inStore: "true" };
  const plan = { title: "Mine", freeShipping: "never" };
  const about: [theirs: string, asks: Ask[]][] = [
    [await orderOne(mina, variantId), [
      (by, number) => by.get(`/api/desk/orders/${number}`),
      (by, number) => by.post(`/api/desk/orders/${number}/payment`, { method: "bank" }),
      (by, number) => by.post(`/api/desk/orders/${number}/cancellation`),
      (by, number) => by.get(`/desk/orders/${number}`),
      (by, number) => by.submit(`/desk/orders/${number}/payment`, { method: "bank" }),
      (by, number) => by.submit(`/desk/orders/${number}/cancellation`, {}),
    ]],
    [scene.productId, [
      (by, id) => by.get(`/api/desk/products/${id}`),
      (by, id) => by.patch(`/api/desk/products/${id}`, { name: "Mine" }),
      (by, id) => by.delete(`/api/desk/products/${id}`),
      (by, id) => by.get(`/desk/products/${id}`),
      (by, id) => by.submit(`/desk/products/${id}`, details),
      (by, id) => by.submit(`/desk/products/${id}/copies`, {}),
      (by, id) => by.submit(`/desk/products/${id}/deletion`, {}),
    ]],
    [variantId, [
      (by, id) => by.post(`/api/desk/variants/${id}/stock-changes`, { delta: 5 }),
      (by, id) => by.submit(`/desk/variants/${id}/stock-changes`, { delta: "5" }),
      (by, id) => by.submit(`/desk/variants/${id}`, { price: "1" }),
    ]],
    [scene.showId, [
      (by, id) => by.get(`/api/desk/shows/${id}`),
      (by, id) => by.delete(`/api/desk/shows/${id}/airing`),
      (by, id) => by.get(`/desk/shows/${id}`),
      (by, id) => by.submit(`/desk/shows/${id}`, plan),
      (by, id) => by.submit(`/desk/shows/${id}/ending`, {}),
      (by, id) => by.submit(`/desk/shows/${id}/deletion`, {}),
    ]],
  ];
  for (const [theirs, asks] of about) {
    const missing = theirs.startsWith("ORD-") ? "ORD-20200101-00001" : uuidv7();
    for (const by of [rival, mina]) {
      await expectLikeMissing(database, by, asks, { theirs, missing });
    }
  }
});

/** Both are refused alike, byte for byte, but for what names the request and its subject. */
async function expectLikeMissing(
  database: Database,
  by: Person,
  asks: readonly Ask[],
  { theirs, missing }: { theirs: string; missing: string },
) {
  for (const ask of asks) {
    const answers: unknown[][] = [[], []];
    for (const [at, name] of [theirs, missing].entries()) {
      await expectRefusal(database, {
        name: `${ask}, ${at === 0 ? "theirs" : "missing"}`,
        by,
        send: async (by) => {
          const answer = await ask(by, name);
          answers[at]!.push(withoutNames(answer));
          return answer;
        },
        code: "NOT_YOURS",
      });
    }
    deepEqual(answers[0], answers[1]);
  }
}

function withoutNames({ status, headers, body }: Answer<Json | string>) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    status,
    type: headers.get("content-type"),
    text: text
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>")
      .replaceAll(/ORD-\d{8}-\d+/g, "<number>")
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<moment>"),
  };
}
