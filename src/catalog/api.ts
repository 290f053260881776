import * as z from "zod";
import { Refused } from "../errors.ts";
import { api } from "../http/api.ts";
import { endpoint } from "../http/endpoint.ts";
import { listOf, PageNumber } from "../http/paging.ts";
import { plainText } from "../http/plain_text.ts";
import { search_characters_max } from "../limits.ts";
import type { Offer } from "./offers.ts";
import { readProduct } from "./read_product.ts";
import { readGoods, readShelf } from "./read_shelf.ts";

export const PictureSchema = z.object({
  src: z.string().meta({ description: "Path on this site" }),
  width: z.int(),
  height: z.int(),
}).meta({ id: "Picture" });

const ProductSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  seller: z.object({ id: z.uuid(), name: z.string() }),
  showId: z.uuid().nullable(),
  inStore: z.boolean(),
  onSale: z.boolean().meta({ description: "Units can be held now" }),
  isNew: z.boolean(),
  currency: z.enum(["USD", "KRW"]),
  originalPrice: z.int().nullable().meta({ description: "Minor units, for display" }),
  holdMinutes: z.int().meta({ description: "How long units stay held" }),
  unitsMost: z.int().meta({ description: "Most units of a variant for one shopper" }),
  createdAt: z.iso.datetime(),
  pictures: z.array(PictureSchema),
  variants: z.array(
    z.object({
      id: z.uuid(),
      colour: z.string(),
      size: z.string(),
      label: z.string(),
      price: z.int().meta({ description: "Minor units" }),
      available: z.int().meta({ description: "Units that can be held" }),
    }),
  ),
}).meta({ id: "Product" });

/** Products on offer, over the API. */
export const catalogApi = api();

catalogApi.openapi(
  endpoint({
    method: "get",
    path: "/api/products",
    summary: "What the store has, the newest first; or what a show has, in its seller's order",
    tag: "public",
    request: {
      query: z.strictObject({
        show: z.uuid().optional(),
        q: z.string().max(search_characters_max, `tooLong:${search_characters_max}`).default("")
          .meta({ description: "Found in names, descriptions and sellers' names" }),
        sort: z.enum(["new", "popular"]).default("new")
          .meta({ description: "Of the store; popular: by units paid for within 30 days" }),
        page: PageNumber,
      }),
    },
    status: 200,
    answer: listOf(ProductSchema),
  }),
  async function listProducts(c) {
    const { database } = c.var.shop.platform;
    const { show, q, sort, page } = c.req.valid("query");
    const query = plainText(q);
    const { items, ...list } = show
      ? await readGoods(database, show, { query, page })
      : await readShelf(database, { query, sort, page });
    return c.json({ ...list, items: items.map(told) }, 200);
  },
);

catalogApi.openapi(
  endpoint({
    method: "get",
    path: "/api/products/{id}",
    summary: "A product with its variants and what is left of each",
    tag: "public",
    request: { params: z.object({ id: z.uuid() }) },
    status: 200,
    answer: ProductSchema,
    refusals: ["NOT_YOURS"],
  }),
  async function tellProduct(c) {
    const offer = await readProduct(c.var.shop.platform.database, c.req.valid("param").id);
    if (!offer) throw new Refused({ code: "NOT_YOURS" });
    return c.json(told(offer), 200);
  },
);

function told({ show, position: _position, ...offer }: Offer): z.output<typeof ProductSchema> {
  const { pictures, variants, originalPrice = null } = offer;
  return {
    ...offer,
    originalPrice,
    showId: show?.id ?? null,
    pictures: [...pictures],
    variants: [...variants],
  };
}
