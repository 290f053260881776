import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { checkoutForm, holdOne, orderBody, orderOne } from "../../support/checkout.ts";
import type { Answer, Json } from "../../support/person.ts";
import { type Attempt, expectRefusal } from "../../support/refused.ts";
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

Deno.test("somebody else's hold or order is answered like one that does not exist", async () => {
  const { database, mina, june, variantId } = await town();
  const number = await orderOne(mina, variantId);
  const holdId = await holdOne(mina, variantId);
  const missing = "ORD-20200101-00001";
  const ways: ((hold: string, order: string) => Omit<Attempt, "name" | "by" | "code">)[] = [
    (id) => ({ send: (by) => by.patch(`/api/holds/${id}`, { quantity: 2 }) }),
    (id) => ({ send: (by) => by.delete(`/api/holds/${id}`) }),
    (id) => ({ send: (by) => by.post("/api/orders", { ...orderBody, holdIds: [id] }) }),
    (id) => ({ send: (by) => by.submit(`/holds/${id}/quantity`, { quantity: "2" }) }),
    (id) => ({ send: (by) => by.submit(`/holds/${id}/release`, {}) }),
    (id) => ({ send: (by) => by.submit("/orders", { ...checkoutForm, holdIds: [id] }) }),
    (_, order) => ({ send: (by) => by.get(`/api/orders/${order}`) }),
    (_, order) => ({ send: (by) => by.post(`/api/orders/${order}/cancellation`) }),
    (_, order) => ({
      send: (by) => by.post(`/api/orders/${order}/payment-claims`, { method: "bank" }),
    }),
    (_, order) => ({ send: (by) => by.get<string>(`/orders/${order}`) }),
    (_, order) => ({ send: (by) => by.get<string>(`/orders/${order}/receipt`) }),
    (_, order) => ({ send: (by) => by.submit(`/orders/${order}/cancellation`, {}) }),
    (_, order) => ({ send: (by) => by.submit(`/orders/${order}/again`, {}) }),
    (_, order) => ({
      send: (by) => by.submit(`/orders/${order}/payment-claims`, { method: "bank" }),
    }),
    (_, order) => ({ send: (by) => by.get(`/api/desk/orders/${order}`) }),
    (_, order) => ({ send: (by) => by.post(`/api/desk/orders/${order}/payment`) }),
  ];
  for (const way of ways) {
    const answers: unknown[] = [];
    for (const [hold, order] of [[holdId, number], [uuidv7(), missing]] as const) {
      const { send } = way(hold, order);
      await expectRefusal(database, {
        name: String(send),
        by: june,
        send: async (by) => {
          const answer = await send(by);
          answers.push(withoutIds(answer));
          return answer;
        },
        code: "NOT_YOURS",
      });
    }
    deepEqual(answers.slice(0, 2), answers.slice(2));
  }
  equal((await mina.get(`/api/orders/${number}`)).status, 200);
});

/** An answer without what differs from one request to the next by right. */
function withoutIds({ status, headers, body }: Answer<Json | string>) {
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
