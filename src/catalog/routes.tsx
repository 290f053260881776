import { Hono } from "hono";
import { copy } from "../../views/copy/mod.ts";
import type { View } from "../../views/kit/view.ts";
import { Store } from "../../views/shop/store.tsx";
import type { Env } from "../http/env.ts";
import { drawnOnce } from "../http/drawn.tsx";
import { page } from "../http/page.tsx";
import { plainText } from "../http/plain_text.ts";
import { search_characters_max } from "../limits.ts";
import type { Shop } from "../shop.ts";
import { cardOf } from "./card.ts";
import { productPage } from "./page.tsx";
import { pageNumber } from "../http/paging.ts";
import { readShelf, type Wish } from "./read_shelf.ts";

/** The store and its products, as pages. */
export const catalog = new Hono<Env>();

catalog.get("/store", async function showStore(c) {
  const query = plainText((c.req.query("q") ?? "").slice(0, search_characters_max));
  const sort = c.req.query("sort") === "popular" ? "popular" : "new";
  const number = pageNumber(c.req.query("page"));
  return await page(c, {
    title: query || copy(c.var.language).store.title,
    body: await drawnOnce(
      c,
      `store ${sort} ${number} ${query}`,
      (view) => drawStore(c.var.shop, view, { query, sort, page: number }),
    ),
  });
});

/** Whoever asks for a page behind the last one sees the last one. */
async function drawStore({ platform }: Shop, view: View, wish: Wish) {
  const asked = await readShelf(platform.database, wish);
  const { items, ...shelf } = wish.page > asked.pages && asked.pages > 0
    ? await readShelf(platform.database, { ...wish, page: asked.pages })
    : asked;
  const { query, sort } = wish;
  return <Store {...shelf} view={view} products={items.map(cardOf)} query={query} sort={sort} />;
}

catalog.get("/products/:id", function showProduct(c) {
  return productPage(c, c.req.param("id"));
});
