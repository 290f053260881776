import * as z from "zod";
import { Order as BuyersOrder } from "../../orders/schemas.ts";
import { State } from "./forms.ts";

/** Orders as the desk's API tells them. Amounts are minor units, moments ISO 8601. */

export const OrderInList = z.object({
  number: z.string(),
  state: State,
  currency: z.enum(["USD", "KRW"]),
  total: z.int(),
  buyer: z.string().meta({ description: "Display name" }),
  depositorName: z.string(),
  placedAt: z.iso.datetime(),
  firstLine: z.string(),
  moreLines: z.int(),
  claimed: z.boolean().meta({ description: "The buyer says that the money is sent" }),
}).meta({ id: "DeskOrderInList" });

export const Order = BuyersOrder.omit({ others: true, payTo: true, sellerName: true }).extend({
  buyer: z.string().meta({ description: "Display name" }),
  remindedAt: z.iso.datetime().nullable(),
}).meta({ id: "DeskOrder" });
