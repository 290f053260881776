import { equal } from "node:assert/strict";
import { body_bytes_max } from "../../../src/limits.ts";
import { checkoutForm, holdOne, orderBody } from "../../support/checkout.ts";
import type { Person } from "../../support/person.ts";
import { type Attempt, expectRefusal } from "../../support/refused.ts";
import { town } from "../../support/town.ts";

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
