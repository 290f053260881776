import { copy } from "../../../views/copy/mod.ts";
import { inputMoney } from "../../../views/desk/money_input.ts";
import type { ProductValues } from "../../../views/desk/product_fields.tsx";
import { type ProductFilter, ProductList } from "../../../views/desk/product_list.tsx";
import { ProductNew } from "../../../views/desk/product_new.tsx";
import { DeskProductPage, type ProductFault } from "../../../views/desk/product_page.tsx";
import type { DeskProduct } from "../../../views/desk/types.ts";
import type { Fault } from "../../../views/kit/view.ts";
import { Refused } from "../../errors.ts";
import type { Visit } from "../../http/env.ts";
import { isUuid } from "../../http/identity.ts";
import { page } from "../../http/page.tsx";
import { pageNumber } from "../../http/paging.ts";
import { plainText } from "../../http/plain_text.ts";
import { statusOf } from "../../http/refused.ts";
import { viewOf } from "../../http/view.ts";
import { search_characters_max } from "../../limits.ts";
import { atDesk, idIn } from "../desk.ts";
import { look } from "../look.ts";
import { wallClock } from "../moments.ts";
import { doneText } from "../post.ts";
import { readProduct } from "./read_product.ts";
import { readProducts, readShowChoices } from "./read_products.ts";

/** @param query of the address; by default that of this visit */
export async function productListPage(
  c: Visit,
  { query = new URL(c.req.url).searchParams, fault }: {
    query?: URLSearchParams;
    fault?: Fault;
  } = {},
): Promise<Response> {
  const { sellerId, currency } = await atDesk(c);
  const { database } = c.var.shop.platform;
  const filter = filterOf(query);
  const [found, shows] = await Promise.all([
    readProducts(database, sellerId, filter, pageNumber(query.get("page") ?? undefined)),
    readShowChoices(database, sellerId),
  ]);
  const view = viewOf(c);
  const t = copy(view.locale).desk.products;
  return await page(c, {
    ...look,
    title: t.title,
    status: statusOf(c, fault),
    body: (
      <ProductList
        {...found}
        view={view}
        products={found.items}
        currency={currency}
        filter={filter}
        shows={shows}
        done={doneText(c, t.done)}
        fault={fault}
      />
    ),
  });
}

function filterOf(query: URLSearchParams): ProductFilter {
  const show = query.get("show") ?? "";
  const stock = query.get("stock");
  return {
    q: plainText((query.get("q") ?? "").slice(0, search_characters_max)),
    show: show === "none" || isUuid(show) ? show : "",
    stock: stock === "left" || stock === "low" || stock === "out" ? stock : "any",
  };
}

/** An empty form, for the show that the address names. */
export async function newProductPage(c: Visit, fault?: Fault): Promise<Response> {
  const { sellerId, currency } = await atDesk(c);
  const shows = await readShowChoices(c.var.shop.platform.database, sellerId);
  const view = viewOf(c);
  const values: ProductValues = {
    name: "",
    description: "",
    showId: c.req.query("show") ?? "",
    originalPrice: "",
    newBadge: false,
    inStore: true,
    visibleFrom: "",
    visibleUntil: "",
    holdMinutes: "",
  };
  return await page(c, {
    ...look,
    title: copy(view.locale).desk.products.make,
    status: statusOf(c, fault),
    body: (
      <ProductNew view={view} values={values} shows={shows} currency={currency} fault={fault} />
    ),
  });
}

/** @param productId by default the one that the path names. @throws Refused NOT_YOURS */
export async function productPage(
  c: Visit,
  fault?: ProductFault,
  productId = idIn(c),
): Promise<Response> {
  const { sellerId, currency } = await atDesk(c);
  const { database, configuration } = c.var.shop.platform;
  const [product, shows] = await Promise.all([
    readProduct(database, sellerId, productId),
    readShowChoices(database, sellerId, productId),
  ]);
  if (!product) throw new Refused({ code: "NOT_YOURS" });
  const view = viewOf(c);
  return await page(c, {
    ...look,
    title: product.name,
    status: statusOf(c, fault),
    body: (
      <DeskProductPage
        view={view}
        product={product}
        values={valuesOf(product, currency, configuration.timeZone)}
        shows={shows}
        currency={currency}
        done={doneText(c, copy(view.locale).desk.products.done)}
        fault={fault}
      />
    ),
  });
}

function valuesOf(product: DeskProduct, currency: "USD" | "KRW", zone: string): ProductValues {
  const { showId, originalPrice, visibleFrom, visibleUntil, holdMinutes } = product;
  return {
    ...product,
    showId: showId ?? "",
    originalPrice: originalPrice === null ? "" : inputMoney(originalPrice, currency),
    visibleFrom: visibleFrom ? wallClock(visibleFrom, zone) : "",
    visibleUntil: visibleUntil ? wallClock(visibleUntil, zone) : "",
    holdMinutes: holdMinutes === null ? "" : String(holdMinutes),
  };
}
