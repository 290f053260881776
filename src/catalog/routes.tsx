import { Hono } from "hono";
import { copy } from "../../views/copy/mod.ts";
import { Store, type StoreSort } from "../../views/shop/store.tsx";
import type { Env } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { plainText } from "../http/plain_text.ts";
import { viewOf } from "../http/view.ts";
import { search_characters_max } from "../limits.ts";
import type { Shop } from "../shop.ts";
import { cardOf } from "./card.ts";
import { productPage } from "./page.tsx";
import { pageNumber } from "../http/paging.ts";
import { readShelf } from "./read_shelf.ts";

/** The store and its products, as pages. */
export const catalog = new Hono<Env>();

catalog.get("/store", async function showStore(c) {
  const query = plainText((c.req.query("q") ?? "").slice(0, search_characters_max));
  const sort = c.req.query("sort") === "popular" ? "popular" : "new";
  const shelf = await lookAtShelf(c.var.shop, query, sort, pageNumber(c.req.query("page")));
  const view = viewOf(c);
  return await page(c, {
    title: query || copy(view.locale).store.title,
    body: (
      <Store
        {...shelf}
        view={view}
        products={shelf.items.map(cardOf)}
        query={query}
        sort={sort}
      />
    ),
  });
});

/** Whoever asks for a page behind the last one sees the last one. */
async function lookAtShelf(
  { platform, glance }: Shop,
  query: string,
  sort: StoreSort,
  page: number,
) {
  const look = (page: number) =>
    glance(
      `shelf ${sort} ${page} ${query}`,
      () => readShelf(platform.database, { query, sort, page }),
    );
  const shelf = await look(page);
  return page > shelf.pages && shelf.pages > 0 ? await look(shelf.pages) : shelf;
}

catalog.get("/products/:id", function showProduct(c) {
  return productPage(c, c.req.param("id"));
});
