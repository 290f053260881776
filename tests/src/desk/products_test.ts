import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { SellersProduct } from "../../../src/catalog/product_json.ts";
import { atDesk, tomorrow } from "../../support/desk.ts";
import { codeOf } from "../../support/in_shop.ts";
import { expectRefusal } from "../../support/refused.ts";

const path = "/api/desk/products";
const one = [{ price: 100, stock: 1 }];

atDesk("a product is made with its variants and their ids", async ({ seller, makeShow }) => {
  const show = await makeShow();
  const { status, body } = await seller.post<SellersProduct>(path, {
    name: "Maple knit",
    showId: show.id,
    description: "Warm",
    variants: [
      { colour: "Maple", size: "M", label: "Thick", price: 5800, stock: 5 },
      { price: 1, stock: 0 },
      { colour: "Maple", price: 100_000_000, stock: 9999 },
    ],
  });
  equal(status, 201);
  deepEqual([body.name, body.showId, body.inStore, body.originalPrice], [
    "Maple knit",
    show.id,
    true,
    null,
  ]);
  deepEqual(
    body.variants.map(({ id: _, ...variant }) => variant),
    [
      { colour: "Maple", size: "M", label: "Thick", price: 5800, stock: 5 },
      { colour: "", size: "", label: "", price: 1, stock: 0 },
      { colour: "Maple", size: "", label: "", price: 100_000_000, stock: 9999 },
    ].map((wish) => ({ ...wish, hidden: false, available: wish.stock, held: 0, sold: 0 })),
  );
  const read = await seller.get<SellersProduct>(`${path}/${body.id}`);
  deepEqual(read.body.variants.map(({ id }) => id), body.variants.map(({ id }) => id));
});

atDesk("what cannot be a product is refused by field", async ({ database, seller }) => {
  const wish = { name: "Knit", variants: one };
  const variant = (of: object) => ({ ...wish, variants: [{ ...one[0], ...of }] });
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ colour: "C", size: String(n), ...one[0] }));
  const wrong: [field: string, body: object][] = [
    ["name", { ...wish, name: "  " }],
    ["name", { ...wish, name: "x".repeat(101) }],
    ["variants", { name: "Knit" }],
    ["variants", { ...wish, variants: [] }],
    ["variants", { ...wish, variants: many(51) }],
    ["variants", { ...wish, variants: many(201) }],
    ["variants.0.price", variant({ price: 0 })],
    ["variants.0.price", variant({ price: -1 })],
    ["variants.0.price", variant({ price: 1.5 })],
    ["variants.0.price", variant({ price: 1e9 })],
    ["variants.0.price", variant({ price: "100" })],
    ["variants.0.stock", variant({ stock: -1 })],
    ["variants.0.stock", variant({ stock: 10_000 })],
    ["variants.0.stock", variant({ stock: null })],
    ["variants.0.colour", variant({ colour: "x".repeat(41) })],
    ["variants.0.sold", variant({ sold: 5 })],
    ["variants.1.colour", { ...wish, variants: [...one, ...one] }],
    ["visibleUntil", { ...wish, visibleFrom: tomorrow(), visibleUntil: "2026-01-01T00:00:00Z" }],
    ["holdMinutes", { ...wish, holdMinutes: 0 }],
    ["holdMinutes", { ...wish, holdMinutes: 1441 }],
    ["showId", { ...wish, showId: "here" }],
    ["deletedAt", { ...wish, deletedAt: null }],
  ];
  for (const [field, body] of wrong) {
    await expectRefusal(database, {
      name: JSON.stringify(body).slice(0, 90),
      by: seller,
      send: (by) => by.post(path, body),
      code: "INVALID",
      field,
    });
  }
  equal((await seller.post(path, { ...wish, variants: many(50) })).status, 201);
});

atDesk("nothing of another seller can be touched", async (at) => {
  const { database, seller, scene, makeProduct } = at;
  const mine = await makeProduct();
  for (const id of [scene.productId, uuidv7()]) {
    const tries = {
      reading: () => seller.get(`${path}/${id}`),
      changing: () => seller.patch(`${path}/${id}`, { name: "Mine" }),
      deleting: () => seller.delete(`${path}/${id}`),
      "adding variants": () => seller.post(`${path}/${id}/variants`, { variants: one }),
      "the page": () => seller.get(`/desk/products/${id}`),
      duplicating: () => seller.submit(`/desk/products/${id}/copies`, {}),
      "deleting on the page": () => seller.submit(`/desk/products/${id}/deletion`, {}),
      "some of many": () =>
        seller.submit("/desk/products/changes", { act: "delete", ids: [mine.id, id] }),
    };
    for (const [name, send] of Object.entries(tries)) {
      await expectRefusal(database, { name, by: seller, send, code: "NOT_YOURS" });
    }
  }
  await expectRefusal(database, {
    name: "into another's show",
    by: seller,
    send: () => seller.post(path, { name: "Knit", showId: scene.showId, variants: one }),
    code: "NOT_YOURS",
  });
  await expectRefusal(database, {
    name: "moved into another's show",
    by: seller,
    send: () => seller.patch(`${path}/${mine.id}`, { showId: scene.showId }),
    code: "NOT_YOURS",
  });
});

atDesk("the same request, sent eight times at once, makes one product", async (at) => {
  const { seller } = at;
  const key = uuidv7();
  const wish = { name: "Once", variants: one };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => seller.post<SellersProduct>(path, wish, key)),
  );
  const [first] = answers;
  for (const { status, body } of answers) deepEqual([status, body], [201, first!.body]);
  const list = await seller.get<{ total: number }>(`${path}?q=Once`);
  equal(list.body.total, 1);
  equal(codeOf(await seller.post(path, { ...wish, name: "Two" }, key)), "IDEMPOTENCY_MISMATCH");
});

atDesk("a change leaves the rest as it was", async ({ seller, makeProduct, makeShow }) => {
  const show = await makeShow();
  const product = await makeProduct({ originalPrice: 7000, newBadge: true });
  const changed = await seller.patch<SellersProduct>(`${path}/${product.id}`, {
    showId: show.id,
    originalPrice: null,
  });
  deepEqual(changed.body, { ...product, showId: show.id, originalPrice: null });
  const until = await seller.patch(`${path}/${product.id}`, { visibleFrom: tomorrow() });
  equal(until.status, 200);
  const before = await seller.patch(`${path}/${product.id}`, {
    visibleUntil: "2026-01-01T00:00:00Z",
  });
  deepEqual([codeOf(before), before.body.field], ["INVALID", "visibleUntil"]);
});
