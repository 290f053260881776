import * as z from "zod";
import { addVariants } from "../../catalog/add_variants.ts";
import { createProduct } from "../../catalog/create_product.ts";
import { deleteProducts } from "../../catalog/delete_products.ts";
import { editProduct } from "../../catalog/edit_product.ts";
import { Refused } from "../../errors.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import { listOf, PageNumber } from "../../http/paging.ts";
import { selling } from "../../http/session.ts";
import { search_characters_max } from "../../limits.ts";
import { line } from "../fields.ts";
import { answered, askedBySeller, byId, changing, Deleted, reading } from "../over_api.ts";
import { readProduct } from "./read_product.ts";
import { readProducts } from "./read_products.ts";
import {
  Product,
  ProductAtDesk,
  ProductBody,
  ProductChangeBody,
  ProductInList,
  Variant,
  VariantsBody,
} from "./schemas.ts";

/** A seller's products, over the API. */
export const deskProductsApi = api();

deskProductsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/products",
    summary: "One's own products, the newest first",
    tag: "seller",
    request: {
      query: z.strictObject({
        q: line(search_characters_max).default(""),
        show: z.union([z.uuid(), z.literal("none")]).optional(),
        stock: z.enum(["any", "left", "low", "out"]).default("any"),
        page: PageNumber,
      }),
    },
    status: 200,
    answer: listOf(ProductInList),
    refusals: reading,
  }),
  async function listProducts(c) {
    const { sellerId } = selling(c);
    const { page, show = "", ...filter } = c.req.valid("query");
    const { database } = c.var.shop.platform;
    const { items, ...list } = await readProducts(database, sellerId, { ...filter, show }, page);
    return c.json({ ...list, items: items.map(({ picture: _, ...product }) => product) }, 200);
  },
);

deskProductsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/products",
    summary: "Create a product with its variants",
    tag: "seller",
    request: { body: json(ProductBody) },
    status: 201,
    answer: Product,
    refusals: changing,
  }),
  async function makeProduct(c) {
    const { variants, ...product } = c.req.valid("json");
    const { database } = c.var.shop.platform;
    const made = await createProduct(database, await askedBySeller(c), product, variants);
    return c.json(answered(c, made), 201);
  },
);

deskProductsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/products/{id}",
    summary: "One's own product with its variants and their units",
    tag: "seller",
    request: byId,
    status: 200,
    answer: ProductAtDesk,
    refusals: reading,
  }),
  async function tellProduct(c) {
    const { sellerId } = selling(c);
    const { database } = c.var.shop.platform;
    const product = await readProduct(database, sellerId, c.req.valid("param").id);
    if (!product) throw new Refused({ code: "NOT_YOURS" });
    return c.json(product, 200);
  },
);

deskProductsApi.openapi(
  endpoint({
    method: "patch",
    path: "/api/desk/products/{id}",
    summary: "Change a product",
    tag: "seller",
    request: { ...byId, body: json(ProductChangeBody) },
    status: 200,
    answer: Product,
    refusals: changing,
  }),
  async function changeProduct(c) {
    const { database } = c.var.shop.platform;
    const { id } = c.req.valid("param");
    const changed = await editProduct(database, await askedBySeller(c), id, c.req.valid("json"));
    return c.json(answered(c, changed), 200);
  },
);

deskProductsApi.openapi(
  endpoint({
    method: "delete",
    path: "/api/desk/products/{id}",
    summary: "Take a product out of the shop; its orders stay",
    tag: "seller",
    request: byId,
    status: 200,
    answer: Deleted,
    refusals: changing,
  }),
  async function takeAway(c) {
    const { database } = c.var.shop.platform;
    const { id } = c.req.valid("param");
    answered(c, await deleteProducts(database, await askedBySeller(c), [id]));
    return c.json({ id, deleted: true as const }, 200);
  },
);

deskProductsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/products/{id}/variants",
    summary: "Add variants to a product",
    tag: "seller",
    request: { ...byId, body: json(VariantsBody) },
    status: 201,
    answer: z.object({ variants: z.array(Variant) }),
    refusals: changing,
  }),
  async function addOptions(c) {
    const { database } = c.var.shop.platform;
    const { variants } = c.req.valid("json");
    const asked = await askedBySeller(c);
    const added = await addVariants(database, asked, c.req.valid("param").id, variants);
    return c.json(answered(c, added), 201);
  },
);
