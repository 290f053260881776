import { Hono } from "hono";
import type { ProductFault } from "../../../views/desk/product_page.tsx";
import type { Fault } from "../../../views/kit/view.ts";
import { addVariants } from "../../catalog/add_variants.ts";
import { copyProduct } from "../../catalog/copy_product.ts";
import { createProduct } from "../../catalog/create_product.ts";
import { deleteProducts } from "../../catalog/delete_products.ts";
import { editProduct } from "../../catalog/edit_product.ts";
import type { Env, Visit } from "../../http/env.ts";
import { atDesk, type Desk, idIn } from "../desk.ts";
import { Nothing, post } from "../post.ts";
import { everyOption, productForms } from "./forms.ts";
import { newProductPage, productListPage, productPage } from "./page.tsx";

/** Products, one by one. */
export const deskProducts = new Hono<Env>();

deskProducts.get("/desk/products", (c) => productListPage(c));
deskProducts.get("/desk/products/new", (c) => newProductPage(c));
deskProducts.get("/desk/products/:id", (c) => productPage(c));

deskProducts.post("/desk/products", async function makeProduct(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: formsOf(c, desk).making,
    act: ({ colours, sizes, price, stock, ...product }, requestId) =>
      createProduct(
        c.var.shop.platform.database,
        { ...desk, requestId },
        product,
        everyOption({ colours, sizes, price, stock }),
      ),
    again: (fault) => newProductPage(c, fault),
    next: ({ id }) => `/desk/products/${id}?done=created`,
  });
});

deskProducts.post("/desk/products/:id", async function changeProduct(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: formsOf(c, desk).change,
    act: (change, requestId) => editProduct(database, { ...desk, requestId }, idIn(c), change),
    again: (fault) => productPage(c, on("details", fault)),
    next: () => `${pathOf(c)}?done=saved`,
  });
});

deskProducts.post("/desk/products/:id/variants", async function addOptions(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: formsOf(c, desk).options,
    act: (options, requestId) =>
      addVariants(database, { ...desk, requestId }, idIn(c), everyOption(options)),
    again: (fault) => productPage(c, on("variants", namingColours(fault))),
    next: () => `${pathOf(c)}?done=saved#variants`,
  });
});

deskProducts.post("/desk/products/:id/copies", async function duplicate(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: Nothing,
    act: (_, requestId) =>
      copyProduct(c.var.shop.platform.database, { ...desk, requestId }, idIn(c)),
    again: (fault) => productPage(c, on("page", fault)),
    next: ({ id }) => `/desk/products/${id}?done=copied`,
  });
});

deskProducts.post("/desk/products/:id/deletion", async function takeAway(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: Nothing,
    act: (_, requestId) => deleteProducts(database, { ...desk, requestId }, [idIn(c)]),
    again: (fault) => productPage(c, on("page", fault)),
    next: () => "/desk/products?done=deleted",
  });
});

/** Names the form of the product's page that was refused. */
export function on(form: ProductFault["form"], fault: Fault): ProductFault {
  return { ...fault, form };
}

// The form has no field for the variants themselves; they come of its colours and sizes.
function namingColours(fault: Fault): Fault {
  const { refusal } = fault;
  if (refusal.field !== "variants") return fault;
  const fields = refusal.fields?.map(({ rule }) => ({ field: "colours", rule }));
  return { ...fault, refusal: { ...refusal, field: "colours", fields } };
}

function formsOf(c: Visit, { currency }: Desk) {
  return productForms(c.var.shop.platform.configuration.timeZone, currency);
}

function pathOf(c: Visit) {
  return `/desk/products/${idIn(c)}`;
}
