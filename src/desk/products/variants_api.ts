import * as z from "zod";
import { uuidv7 } from "uuidv7";
import { changeVariant } from "../../catalog/change_variant.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import { name_characters_max } from "../../limits.ts";
import { changeStock } from "../../stock/mod.ts";
import { Delta, line } from "../fields.ts";
import { answered, askedBySeller, byId, changing } from "../over_api.ts";
import { Variant, VariantChangeBody } from "./schemas.ts";

/** A seller's variants, over the API. */
export const deskVariantsApi = api();

deskVariantsApi.openapi(
  endpoint({
    method: "patch",
    path: "/api/desk/variants/{id}",
    summary: "Change a variant; its units change by stock-changes",
    tag: "seller",
    request: { ...byId, body: json(VariantChangeBody) },
    status: 200,
    answer: Variant.extend({ productId: z.uuid() }),
    refusals: changing,
  }),
  async function changeOption(c) {
    const { database } = c.var.shop.platform;
    const { id } = c.req.valid("param");
    const changed = await changeVariant(database, await askedBySeller(c), id, c.req.valid("json"));
    return c.json(answered(c, changed), 200);
  },
);

const Units = Variant.pick({ id: true, stock: true, available: true, held: true, sold: true });

deskVariantsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/variants/{id}/stock-changes",
    summary: "More or fewer units; what is new goes first to those who wait",
    tag: "seller",
    request: {
      ...byId,
      body: json(z.strictObject({
        delta: Delta.meta({ description: "Units more, or fewer when negative" }),
        reason: line(name_characters_max).default(""),
      })),
    },
    status: 201,
    answer: Units,
    refusals: [...changing, "NOT_ENOUGH_STOCK"],
  }),
  async function restock(c) {
    const [outcome] = await changeStock(c.var.shop.platform.database, [{
      ...await askedBySeller(c),
      id: uuidv7(),
      variantId: c.req.valid("param").id,
      ...c.req.valid("json"),
    }]);
    return c.json(answered(c, outcome!), 201);
  },
);
