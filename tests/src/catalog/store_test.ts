import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../src/platform.ts";
import { page_size_default, search_characters_max } from "../../../src/limits.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

interface Product {
  name?: string;
  description?: string;
  showId?: string | null;
  inStore?: boolean;
  age?: string;
}

/** Adds a product with one variant. */
async function add(
  database: Database,
  { sellerId }: Scene,
  product: Product = {},
): Promise<string> {
  const { name = "Thing", description = "", showId = null, inStore = true, age = "0" } = product;
  const id = uuidv7();
  await database.query(
    `with product as (
       insert into products (id, seller_id, show_id, name, description, in_store, created_at)
       values ($1, $2, $3, $4, $5, $6, now() - $7::interval)
     ) insert into variants (id, product_id, price, stock, available) values ($8, $1, 500, 5, 5)`,
    [id, sellerId, showId, name, description, inStore, age, uuidv7()],
  );
  return id;
}

interface List {
  items: { id: string; name: string }[];
  page: number;
  pages: number;
  total: number;
}

async function names(shop: TestApp, query: Record<string, string>): Promise<string[]> {
  const search = new URLSearchParams(query);
  const { body } = await shop.guest().get<List>(`/api/products?${search}`);
  return body.items.map(({ name }) => name);
}

eachDatabase("the store has what can be held now and is kept in it", async (database) => {
  await using shop = new TestApp(database);
  const scene = await setScene(database, { stock: [3] });
  const show = async (state: string) => {
    const id = uuidv7();
    await database.query(
      "insert into shows (id, seller_id, title, state, starts_at) values ($1, $2, 'x', $3, now())",
      [id, scene.sellerId, state],
    );
    return id;
  };
  await add(database, scene, { name: "no show", age: "1 min" });
  await add(database, scene, { name: "live", showId: await show("live"), age: "2 min" });
  await add(database, scene, { name: "ended", showId: await show("ended"), age: "3 min" });
  await add(database, scene, { name: "to come", showId: await show("scheduled") });
  await add(database, scene, { name: "not kept", inStore: false, showId: await show("ended") });
  const gone = await add(database, scene, { name: "gone" });
  await database.query("update products set deleted_at = now() where id = $1", [gone]);
  const hidden = await add(database, scene, { name: "hidden" });
  await database.query("update variants set hidden = true where product_id = $1", [hidden]);

  deepEqual(await names(shop, {}), ["Product", "no show", "live", "ended"]);
  await database.query("update sellers set approved_at = null");
  deepEqual(await names(shop, {}), []);
});

eachDatabase(
  "a search finds text anywhere, in Korean and English, and nothing but text",
  async (database) => {
    await using shop = new TestApp(database);
    const scene = await setScene(database, { stock: [3] });
    await add(database, scene, { name: "가을 니트 스웨터", age: "1 min" });
    await add(database, scene, {
      name: "Wool Sweater",
      description: "100% wool_blend\\",
      age: "2 min",
    });
    await add(database, scene, { name: "Candle", description: "향초", age: "3 min" });

    deepEqual(await names(shop, { q: "니트" }), ["가을 니트 스웨터"]);
    deepEqual(await names(shop, { q: "을 니" }), ["가을 니트 스웨터"]);
    deepEqual(await names(shop, { q: "니트".normalize("NFD") }), ["가을 니트 스웨터"]);
    deepEqual(await names(shop, { q: "sWEAT" }), ["Wool Sweater"]);
    deepEqual(await names(shop, { q: "향초" }), ["Candle"]);
    for (const q of ["100%", "wool_blend", "blend\\"]) {
      deepEqual(await names(shop, { q }), ["Wool Sweater"], q);
    }
    for (const q of ["%", "_", "\\"]) deepEqual(await names(shop, { q }), ["Wool Sweater"], q);
    for (const q of ["'; drop table products; --", "S%r", "C_ndle", "\u0000\ud800", "🧶"]) {
      deepEqual(await names(shop, { q }), [], q);
    }
    equal((await names(shop, { q: " \u0000 " })).length, 4);
    equal((await shop.guest().get(`/store?q=${"a".repeat(5000)}`)).status, 200);
    const long = await shop.guest().get(`/api/products?q=${"a".repeat(search_characters_max + 1)}`);
    equal(long.status, 422);
  },
);

eachDatabase("popular is what was paid for within the month, by units", async (database) => {
  await using shop = new TestApp(database);
  const scene = await setScene(database, { stock: [3], shoppers: 1 });
  const sell = async (
    name: string,
    state: string,
    quantity: number,
    paidDaysAgo = 1,
    refunded = 0,
  ) => {
    const productId = await add(database, scene, { name });
    const orderId = uuidv7();
    const paid = ["paid", "shipped", "delivered", "refunded"].includes(state);
    await database.query(
      `with placed as (
         insert into orders (id, number, seller_id, shopper_id, state, currency, goods, shipping,
           depositor_name, country, due_at, paid_at)
         values ($1::uuid, $1::text, $2, $3, $4, 'USD', 0, 0, 'Kim', 'US', now(),
           case when $5 then now() - make_interval(days => $6) end)
       )
       insert into order_lines (order_id, variant_id, product_id, name, unit_price, quantity, refunded)
       select $1::uuid, id, product_id, '', 1, $7, $8 from variants where product_id = $9`,
      [
        orderId,
        scene.sellerId,
        scene.shopperIds[0],
        state,
        paid,
        paidDaysAgo,
        quantity,
        refunded,
        productId,
      ],
    );
  };
  await sell("old", "paid", 90, 31);
  await sell("unpaid", "awaiting_payment", 80);
  await sell("returned", "paid", 70, 1, 69);
  await sell("three", "delivered", 3, 29);
  await sell("two", "shipped", 2);

  const [first, second, third, ...rest] = await names(shop, { sort: "popular" });
  deepEqual([first, second, third], ["three", "two", "returned"]);
  deepEqual(rest, ["unpaid", "old", "Product"]);
});

eachDatabase(
  "the store has pages of a fixed size, and no page behind the last",
  async (database) => {
    await using shop = new TestApp(database);
    const scene = await setScene(database, { stock: [3] });
    for (let n = 1; n <= page_size_default; n++) {
      await add(database, scene, { name: `Thing ${n}.`, age: `${n} min` });
    }
    const list = async (page: string) => {
      const { body } = await shop.guest().get<List>(`/api/products?page=${page}`);
      return { ...body, items: body.items.length };
    };
    const total = page_size_default + 1;
    deepEqual(await list("1"), { items: page_size_default, page: 1, pages: 2, total });
    deepEqual(await list("2"), { items: 1, page: 2, pages: 2, total });
    deepEqual(await list("3"), { items: 0, page: 3, pages: 2, total });

    const last = new RegExp(`Thing ${page_size_default}\\.`);
    for (const page of ["2", "3", "9999999999999999999"]) {
      const { status, body } = await shop.guest().get<string>(`/store?page=${page}`);
      equal(status, 200, page);
      match(body, last, page);
    }
    for (const page of ["1", "0", "-1", "1.5", "x", ""]) {
      const { status, body } = await shop.guest().get<string>(`/store?page=${page}`);
      equal(status, 200, page);
      doesNotMatch(body, last, page);
    }
    for (const page of ["0", "-1", "1.5", "x", "10001"]) {
      equal((await shop.guest().get(`/api/products?page=${page}`)).status, 422, page);
    }
  },
);
