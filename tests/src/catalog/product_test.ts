import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { eachDatabase } from "../../support/databases.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

const english = { "accept-language": "en" };

eachDatabase("a product tells its options, prices and what is left of each", async (database) => {
  await using shop = new TestApp(database);
  const { productId, showId, sellerId, variantIds } = await setScene(database, { stock: [3, 0] });
  await shop.change(
    `update variants set colour = 'Beige', size = case stock when 3 then 'M' else 'L' end,
       price = case stock when 3 then 2500 else 2900 end`,
  );
  const { status, body } = await shop.guest().get(`/api/products/${productId}`);
  equal(status, 200);
  const { createdAt, ...rest } = body;
  match(String(createdAt), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const option = { colour: "Beige", label: "" };
  deepEqual(rest, {
    id: productId,
    name: "Product",
    description: "",
    seller: { id: sellerId, name: "Maru" },
    showId,
    inStore: true,
    onSale: true,
    isNew: false,
    currency: "USD",
    originalPrice: null,
    holdMinutes: 10,
    unitsMost: 10,
    pictures: [],
    variants: [
      { ...option, id: variantIds[0], size: "M", price: 2500, available: 3 },
      { ...option, id: variantIds[1], size: "L", price: 2900, available: 0 },
    ],
  });

  const page = (await shop.guest().get<string>(`/products/${productId}`, english)).body;
  match(page, /\$25\.00/);
  match(page, /3 left/);
  match(page, /Sold out/);
});

eachDatabase("a product that cannot be held yet can be looked at", async (database) => {
  await using shop = new TestApp(database);
  const { productId, showId } = await setScene(database, { stock: [3] });
  await shop.change("update shows set state = 'scheduled'");
  const page = await shop.guest().get<string>(`/products/${productId}`, english);
  match(page.body, /Not on sale right now/);
  doesNotMatch(page.body, /action="\/holds"/);
  const { body } = await shop.guest().get(`/api/products/${productId}`);
  equal(body.onSale, false);
  const list = await shop.guest().get<{ total: number }>(`/api/products?show=${showId}`);
  equal(list.body.total, 1);
});

eachDatabase(
  "a product that may not be seen is answered like one that does not exist",
  async (database) => {
    await using shop = new TestApp(database);
    const { productId } = await setScene(database, { stock: [3] });
    await shop.change("update products set deleted_at = now()");
    for (const id of [productId, uuidv7()]) {
      equal((await shop.guest().get(`/products/${id}`)).status, 404, id);
      const answer = await shop.guest().get<{ code: string }>(`/api/products/${id}`);
      deepEqual([answer.status, answer.body.code], [404, "NOT_YOURS"]);
    }
    for (const id of ["1", "%00", "..%2f", "null", "a".repeat(3000)]) {
      equal((await shop.guest().get(`/products/${id}`)).status, 404, id);
      equal((await shop.guest().get(`/api/products/${id}`)).status, 422, id);
    }
  },
);

eachDatabase("a refused hold shows the product again with what was chosen", async (database) => {
  await using shop = new TestApp(database);
  const { productId, variantIds: [variantId] } = await setScene(database, { stock: [3, 5] });
  const kim = await shop.signedIn();
  const { status, body } = await kim.submit("/holds", {
    variantId: variantId!,
    quantity: "4",
    from: `/products/${productId}`,
  }, english);
  equal(status, 409);
  match(body, /Only 3 units left/);
  match(body, new RegExp(`value="${variantId}" checked`));
  match(body, /name="quantity"[^>]*value="4"/);
});
