import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { SellersProduct, SellersVariant } from "../../../src/catalog/product_json.ts";
import { holdOne } from "../../support/checkout.ts";
import { type AtDesk, atDesk } from "../../support/desk.ts";
import { codeOf } from "../../support/in_shop.ts";
import { expectRefusal } from "../../support/refused.ts";

const changes = (id: string) => `/api/desk/variants/${id}/stock-changes`;

async function read({ seller }: AtDesk, product: SellersProduct): Promise<SellersVariant[]> {
  const { body } = await seller.get<SellersProduct>(`/api/desk/products/${product.id}`);
  return body.variants;
}

atDesk("stock changes by deltas, and no further than to what is free", async (at) => {
  const { seller, app, database, makeProduct } = at;
  const product = await makeProduct();
  const { id } = product.variants[0]!;
  await holdOne(await app.signedIn(), id, 2);

  const more = await seller.post(changes(id), { delta: 10, reason: "=new delivery" });
  deepEqual([more.status, more.body], [201, { id, stock: 15, available: 13, held: 2, sold: 0 }]);
  deepEqual((await seller.post(changes(id), { delta: -13 })).body, {
    id,
    stock: 2,
    available: 0,
    held: 2,
    sold: 0,
  });
  await expectRefusal(database, {
    name: "what is held",
    by: seller,
    send: () => seller.post(changes(id), { delta: -1 }),
    code: "NOT_ENOUGH_STOCK",
  });
  for (const delta of [0, 1.5, "5", 10_000, -10_000, null, 1e300]) {
    await expectRefusal(database, {
      name: String(delta),
      by: seller,
      send: () => seller.post(changes(id), { delta }),
      code: "INVALID",
      field: "delta",
    });
  }
  const full = await seller.post(changes(id), { delta: 9998 });
  deepEqual([codeOf(full), full.body.field], ["INVALID", "delta"]);
  const key = uuidv7();
  await Promise.all(Array.from({ length: 8 }, () => seller.post(changes(id), { delta: 1 }, key)));
  equal((await read(at, product))[0]!.available, 1);
});

atDesk("a price that was held stays; the next shopper pays the new one", async (at) => {
  const { seller, app, makeProduct } = at;
  const product = await makeProduct();
  const { id } = product.variants[0]!;
  const [early, late] = [await app.signedIn(), await app.signedIn()];
  await holdOne(early, id);
  equal((await seller.patch(`/api/desk/variants/${id}`, { price: 100 })).status, 200);
  await holdOne(late, id);
  const goods = async (who: typeof early) =>
    (await who.get<{ sellers: { goods: number }[] }>("/api/cart")).body.sellers[0]!.goods;
  deepEqual([await goods(early), await goods(late)], [5800, 100]);
});

atDesk("a hidden variant is on offer to nobody", async ({ seller, app, makeProduct }) => {
  const product = await makeProduct();
  const { id } = product.variants[0]!;
  const shopper = await app.signedIn();
  const hidden = await seller.patch<SellersVariant>(`/api/desk/variants/${id}`, { hidden: true });
  deepEqual([hidden.body.hidden, hidden.body.stock], [true, 5]);
  equal((await shopper.post("/api/holds", { variantId: id, quantity: 1 })).status, 404);
  await seller.patch(`/api/desk/variants/${id}`, { hidden: false });
  await holdOne(shopper, id);
});

atDesk("a colour in a size is there once, also when it is added later", async (at) => {
  const { database, seller, makeProduct } = at;
  const product = await makeProduct();
  const path = `/api/desk/products/${product.id}/variants`;
  const wish = { colour: "Maple", size: "S", price: 100, stock: 1 };
  equal((await seller.post(path, { variants: [wish] })).status, 201);
  await expectRefusal(database, {
    name: "again",
    by: seller,
    send: () => seller.post(path, { variants: [{ ...wish, colour: "Beige" }, wish] }),
    code: "INVALID",
    field: "variants",
  });
  const page = await seller.submit(`/desk/variants/${product.variants[0]!.id}`, {
    colour: "Maple",
    size: "L",
    price: "58",
  });
  equal(page.status, 422);
  deepEqual((await read(at, product)).map(({ size }) => size), ["M", "L", "S"]);
});

atDesk("nothing else about a variant can be changed over the API", async (at) => {
  const { database, seller, scene, makeProduct } = at;
  const { variants: [mine] } = await makeProduct();
  for (const field of ["stock", "available", "sold", "productId", "version"]) {
    await expectRefusal(database, {
      name: field,
      by: seller,
      send: () => seller.patch(`/api/desk/variants/${mine!.id}`, { [field]: 1 }),
      code: "INVALID",
      field,
    });
  }
  for (const id of [scene.variantIds[0]!, uuidv7()]) {
    const tries = {
      price: () => seller.patch(`/api/desk/variants/${id}`, { price: 1 }),
      stock: () => seller.post(changes(id), { delta: 5 }),
      "the form": () => seller.submit(`/desk/variants/${id}/stock-changes`, { delta: "5" }),
    };
    for (const [name, send] of Object.entries(tries)) {
      await expectRefusal(database, { name, by: seller, send, code: "NOT_YOURS" });
    }
  }
});

atDesk(
  "marked sold out, the free units are set aside, and come back to those who wait",
  async (at) => {
    const { seller, app, makeProduct } = at;
    const product = await makeProduct();
    const { id } = product.variants[0]!;
    const [buyer, waiter] = [await app.signedIn(), await app.signedIn()];
    await holdOne(buyer, id, 2);

    const bulk = (act: string) => seller.submit("/desk/products/changes", { act, ids: product.id });
    equal((await bulk("soldOut")).headers.get("location"), "/desk/products?done=soldOut");
    deepEqual((await read(at, product)).map(({ available, held }) => [available, held]), [
      [0, 2],
      [0, 0],
    ]);
    const wait = await waiter.post("/api/holds", { variantId: id, quantity: 1, waitlist: true });
    equal(wait.body.state, "waiting");

    await bulk("available");
    deepEqual(
      (await read(at, product)).map(({ stock, available, held }) => [stock, available, held]),
      [[5, 2, 3], [2, 2, 0]],
    );
    // What was put back cannot be put back again.
    await bulk("available");
    equal((await read(at, product))[0]!.stock, 5);
  },
);
