import { deepEqual, equal } from "node:assert/strict";
import type { SellersProduct } from "../../../src/catalog/product_json.ts";
import { atDesk } from "../../support/desk.ts";

const path = "/api/desk/products";

atDesk("a product that leaves its show is featured there no more", async (at) => {
  const { seller, makeShow, makeProduct } = at;
  const show = await makeShow();
  const feature = (productId: string) =>
    seller.patch(`/api/desk/shows/${show.id}`, { featuredProductId: productId });
  const featured = async () =>
    (await seller.get(`/api/desk/shows/${show.id}`)).body.featuredProductId;

  const moved = await makeProduct({ showId: show.id });
  await feature(moved.id);
  equal(await featured(), moved.id);
  await seller.patch(`${path}/${moved.id}`, { name: "Still here" });
  equal(await featured(), moved.id);
  await seller.patch(`${path}/${moved.id}`, { showId: null });
  equal(await featured(), null);

  const deleted = await makeProduct({ showId: show.id });
  await feature(deleted.id);
  await seller.delete(`${path}/${deleted.id}`);
  equal(await featured(), null);
});

atDesk("a deleted product leaves the shop and keeps its history", async (at) => {
  const { database, seller, makeProduct, app } = at;
  const product = await makeProduct();
  const shopper = await app.signedIn();
  equal((await shopper.get(`/api/products/${product.id}`)).status, 200);
  equal((await seller.delete(`${path}/${product.id}`)).status, 200);
  equal((await shopper.get(`/api/products/${product.id}`)).status, 404);
  equal((await seller.get(`${path}/${product.id}`)).status, 404);
  const rows = await database.query("select from products where id = $1", [product.id]);
  equal(rows.length, 1);
  const hold = { variantId: product.variants[0]!.id, quantity: 1 };
  equal((await shopper.post("/api/holds", hold)).status, 404);
});

atDesk("a copy is a draft without units", async ({ seller, makeProduct, makeShow }) => {
  const show = await makeShow();
  const product = await makeProduct({ showId: show.id });
  const { status, headers } = await seller.submit(`/desk/products/${product.id}/copies`, {});
  equal(status, 303);
  const [, copyId] = headers.get("location")!.match(/products\/([^?]+)/)!;
  const { body } = await seller.get<SellersProduct>(`${path}/${copyId}`);
  deepEqual([body.name, body.showId, body.inStore], ["Maple knit (2)", null, false]);
  deepEqual(
    body.variants.map(({ colour, size, price, stock }) => [colour, size, price, stock]),
    [["Maple", "M", 5800, 0], ["Maple", "L", 5800, 0]],
  );
});

atDesk("products are found by name, show and stock", async ({ seller, makeShow, makeProduct }) => {
  const show = await makeShow();
  await makeProduct({ name: "단풍 니트 100%", showId: show.id });
  await makeProduct({ name: "Mug", variants: [{ price: 100, stock: 0 }] });
  await makeProduct({ name: "Lamp", variants: [{ price: 100, stock: 4 }] });
  const found = async (query: string) => {
    const { body } = await seller.get<{ items: { name: string }[] }>(`${path}?${query}`);
    return body.items.map(({ name }) => name).sort();
  };
  deepEqual(await found(`q=${encodeURIComponent("니트")}`), ["단풍 니트 100%"]);
  deepEqual(await found("q=0%25"), ["단풍 니트 100%"]);
  deepEqual(await found("q=_"), []);
  deepEqual(await found("q=LAMP"), ["Lamp"]);
  deepEqual(await found(`show=${show.id}`), ["단풍 니트 100%"]);
  deepEqual(await found("show=none"), ["Lamp", "Mug"]);
  deepEqual(await found("stock=out"), ["Mug"]);
  deepEqual(await found("stock=low"), ["Lamp", "단풍 니트 100%"].sort());
  equal((await seller.get(`${path}?page=0`)).status, 422);
  equal((await seller.get(`${path}?show=elsewhere`)).status, 422);
});
