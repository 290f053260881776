import * as z from "zod";
import { api } from "../http/api.ts";
import { endpoint } from "../http/endpoint.ts";
import { signedIn } from "../http/session.ts";
import { expectedShipping } from "./expected_shipping.ts";
import { holdsApi } from "./holds_api.ts";
import { readCart } from "./read_cart.ts";

const Picture = z.object({ src: z.string(), width: z.int(), height: z.int() });

const line = {
  id: z.uuid().meta({ description: "Of the hold" }),
  variantId: z.uuid(),
  productId: z.uuid(),
  name: z.string(),
  options: z.string(),
  picture: Picture.nullable(),
  quantity: z.int(),
};

const Cart = z.object({
  sellers: z.array(z.object({
    sellerId: z.uuid(),
    sellerName: z.string(),
    currency: z.enum(["USD", "KRW"]),
    paymentDueHours: z.int(),
    goods: z.int().meta({ description: "Minor units, as are shipping and total" }),
    shipping: z.int().nullable().meta({ description: "null while no address is known" }),
    total: z.int(),
    lines: z.array(z.object({
      ...line,
      unitPrice: z.int(),
      expiresAt: z.iso.datetime(),
      unitsMost: z.int(),
    })),
  })),
  waiting: z.array(z.object({ ...line, position: z.int(), since: z.iso.datetime() })),
  lapsed: z.array(z.object(line)).meta({ description: "Lines that ran out within the hour" }),
}).meta({ id: "Cart" });

/** The cart and its holds, over the API. */
export const cartApi = api();

cartApi.join(holdsApi);

cartApi.openapi(
  endpoint({
    method: "get",
    path: "/api/cart",
    summary: "What is held, waited for and just lost; each seller's lines are one order",
    tag: "shopper",
    request: {},
    status: 200,
    answer: Cart,
    refusals: ["SIGN_IN_REQUIRED"],
  }),
  async function tellCart(c) {
    const { shop } = c.var;
    const { id } = signedIn(c);
    const { sellers, waiting, lapsed } = await readCart(shop.platform.database, id);
    const fees = await expectedShipping(shop, id, { sellers, waiting, lapsed });
    return c.json({
      sellers: sellers.map((seller) => {
        const shipping = fees.get(seller.sellerId) ?? null;
        return { ...seller, shipping, total: seller.goods + (shipping ?? 0) };
      }),
      waiting,
      lapsed,
    }, 200);
  },
);
