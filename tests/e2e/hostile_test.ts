import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { body_bytes_max } from "../../src/limits.ts";
import { checkoutForm, holdOne, orderBody, orderOne } from "../support/checkout.ts";
import { type Answer, type Json, Person } from "../support/person.ts";
import { type Attempt, expectRefusal } from "../support/refused.ts";
import { setScene } from "../support/scene.ts";
import { stage } from "../support/stage.ts";

/** Two shoppers of a shop with three products' worth of units. */
async function town() {
  const { origin, database } = await stage();
  const scene = await setScene(database, { stock: [50, 50] });
  const [mina, june] = await Promise.all([Person.signedIn(origin), Person.signedIn(origin)]);
  return { database, scene, variantId: scene.variantIds[0]!, mina: mina!, june: june! };
}

const quantities = [0, -1, 1.5, 1e9, "2", "", "two", null, true, [1], {}, "1; drop table holds"];

Deno.test("a quantity is a whole number within bounds, over the API", async () => {
  const { database, mina, variantId } = await town();
  const holdId = await holdOne(mina, variantId);
  for (const quantity of [...quantities, undefined]) {
    const shared = { by: mina, code: "INVALID", field: "quantity" } as const;
    const name = `quantity ${JSON.stringify(quantity)}`;
    await expectRefusal(database, {
      ...shared,
      name: `${name} held`,
      send: (by) => by.post("/api/holds", { variantId, quantity }),
    });
    await expectRefusal(database, {
      ...shared,
      name: `${name} changed to`,
      send: (by) => by.patch(`/api/holds/${holdId}`, { quantity }),
    });
  }
});

Deno.test("a quantity is a whole number within bounds, on the pages", async () => {
  const { database, mina, variantId, scene } = await town();
  const holdId = await holdOne(mina, variantId);
  for (const quantity of ["0", "-1", "1.5", "1e9", "1000000000", "", "two", "１", "0x1"]) {
    const shared = { by: mina, code: "INVALID", field: "quantity" } as const;
    for (const from of [`/products/${scene.productId}`, `/shows/${scene.showId}`]) {
      await expectRefusal(database, {
        ...shared,
        name: `quantity ${quantity} on ${from.split("/")[1]}`,
        send: (by) => by.submit("/holds", { variantId, quantity, from }),
      });
    }
    await expectRefusal(database, {
      ...shared,
      name: `quantity ${quantity} in the cart`,
      send: (by) => by.submit(`/holds/${holdId}/quantity`, { quantity }),
    });
  }
});

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

Deno.test("an order wants lines that are still held", async () => {
  const { database, mina, variantId } = await town();
  const lapsed = await holdOne(mina, variantId);
  await database.query("update holds set expires_at = now() where id = $1", [lapsed]);
  const nothing = { by: mina, code: "CART_EMPTY" } as const;
  await expectRefusal(database, {
    ...nothing,
    name: "no lines over the API",
    send: (by) => by.post("/api/orders", { ...orderBody, holdIds: [] }),
  });
  await expectRefusal(database, {
    ...nothing,
    name: "no lines on the page",
    send: (by) => by.submit("/orders", checkoutForm),
  });

  // The first statement to see what is overdue gives it back: that is its right, and happens once.
  equal((await mina.post("/api/orders", { ...orderBody, holdIds: [lapsed] })).status, 410);
  const late = { by: mina, code: "HOLD_LAPSED" } as const;
  await expectRefusal(database, {
    ...late,
    name: "a lapsed line over the API",
    send: (by) => by.post("/api/orders", { ...orderBody, holdIds: [lapsed] }),
  });
  await expectRefusal(database, {
    ...late,
    name: "a lapsed line on the page",
    send: (by) => by.submit("/orders", { ...checkoutForm, holdIds: [lapsed] }),
  });
});

Deno.test("a body is JSON, no larger than its bound, and without unknown fields", async () => {
  const { database, mina, variantId } = await town();
  const raw = (body: string, type = "application/json") => (by: Person) =>
    by.send("POST", "/api/holds", { body, headers: { "content-type": type } });
  const tooLarge = JSON.stringify({ variantId, quantity: 1, note: "a".repeat(body_bytes_max) });
  const attempts: Omit<Attempt, "by">[] = [
    { name: "too large", send: raw(tooLarge), code: "BODY_TOO_LARGE" },
    {
      name: "a form too large",
      send: (by) => by.submit("/holds", { variantId, quantity: "1", from: "a".repeat(70_000) }),
      code: "BODY_TOO_LARGE",
    },
    { name: "cut off", send: raw(`{"variantId":`), code: "INVALID" },
    { name: "empty", send: raw(""), code: "INVALID" },
    { name: "not JSON", send: raw("variantId=1"), code: "INVALID" },
    { name: "a list", send: raw("[]"), code: "INVALID" },
    {
      name: "another type",
      send: raw(JSON.stringify({ variantId, quantity: 1 }), "text/plain"),
      code: "INVALID",
    },
    {
      name: "an unknown field",
      send: (by) => by.post("/api/holds", { variantId, quantity: 1, price: 1 }),
      code: "INVALID",
      field: "price",
    },
    {
      name: "an unknown field in a form",
      send: (by) => by.submit("/holds", { variantId, quantity: "1", price: "1" }),
      code: "INVALID",
    },
  ];
  for (const attempt of attempts) await expectRefusal(database, { ...attempt, by: mina });
});

Deno.test("another site's page cannot act for somebody", async () => {
  const { database, mina, variantId } = await town();
  const body = JSON.stringify({ variantId, quantity: 1 });
  const strangers: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${mina.origin}.evil.example` },
    { origin: mina.origin.replace("http:", "https:") },
    { origin: mina.origin.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) },
  ];
  for (const headers of strangers) {
    await expectRefusal(database, {
      name: `origin ${headers.origin}`,
      by: mina,
      send: (by) =>
        by.send("POST", "/api/holds", {
          body,
          headers: { "content-type": "application/json", ...headers },
        }),
      code: "ORIGIN_REFUSED",
    });
    await expectRefusal(database, {
      name: `form from ${headers.origin}`,
      by: mina,
      send: (by) => by.submit("/holds", { variantId, quantity: "1" }, headers),
      code: "ORIGIN_REFUSED",
    });
  }
  for (const site of ["cross-site", "same-site"]) {
    const answer = await fetch(`${mina.origin}/api/holds`, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": site,
        cookie: mina.cookies.header,
      },
    });
    equal(answer.status, 403, site);
    equal((await answer.json()).code, "ORIGIN_REFUSED", site);
  }
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
