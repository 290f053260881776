import { z } from "@hono/zod-openapi";
import { Order as BuyersOrder } from "../../orders/schemas.ts";
import { State } from "./forms.ts";

/** Orders as the desk's API tells them. Amounts are minor units, moments ISO 8601. */

export const OrderInList = z.object({
  number: z.string(),
  state: State,
  currency: z.enum(["USD", "KRW"]),
  total: z.int(),
  buyer: z.string().openapi({ description: "Display name" }),
  depositorName: z.string(),
  placedAt: z.iso.datetime(),
  firstLine: z.string(),
  moreLines: z.int(),
  claimed: z.boolean().openapi({ description: "The buyer says that the money is sent" }),
}).openapi("DeskOrderInList");

export const Order = BuyersOrder.omit({ others: true, payTo: true, sellerName: true }).extend({
  buyer: z.string().openapi({ description: "Display name" }),
  remindedAt: z.iso.datetime().nullable(),
}).openapi("DeskOrder");
