import * as z from "zod";
import { orderStates, paymentMethods } from "./kinds.ts";

/** Orders as the API tells them. Amounts are minor units, moments ISO 8601. */

const Moment = z.iso.datetime();
const Picture = z.object({ src: z.string(), width: z.int(), height: z.int() });

export const State = z.enum(orderStates);
const Currency = z.enum(["USD", "KRW"]);

const amounts = { currency: Currency, goods: z.int(), shipping: z.int(), total: z.int() };

/** What placing answers. */
export const PlacedOrder = z.object({
  id: z.uuid(),
  number: z.string().meta({ examples: ["ORD-20261121-00001"] }),
  sellerId: z.uuid(),
  ...amounts,
  dueAt: Moment.meta({ description: "When it cancels itself if it is not paid" }),
}).meta({ id: "PlacedOrder" });

/** What a step answers. */
export const SteppedOrder = z.object({
  id: z.uuid(),
  number: z.string(),
  state: State,
  ...amounts,
  refunded: z.int(),
  dueAt: Moment,
}).meta({ id: "SteppedOrder" });

const order = {
  ...SteppedOrder.shape,
  sellerId: z.uuid(),
  sellerName: z.string(),
  placedAt: Moment,
};

export const OrderInList = z.object({
  ...order,
  firstLine: z.string(),
  lines: z.int(),
  picture: Picture.nullable(),
}).meta({ id: "OrderInList" });

export const Order = z.object({
  ...order,
  points: z.int(),
  depositorName: z.string(),
  paidAt: Moment.nullable(),
  cancelledAt: Moment.nullable(),
  cancelledBy: z.enum(["shopper", "seller", "time"]).nullable(),
  payTo: z.record(z.enum(paymentMethods), z.string()),
  address: z.object({
    country: z.enum(["US", "KR"]),
    name: z.string(),
    line1: z.string(),
    line2: z.string().optional(),
    city: z.string(),
    state: z.string().optional(),
    postalCode: z.string(),
    phone: z.string().optional(),
  }).nullable(),
  lines: z.array(z.object({
    id: z.uuid(),
    productId: z.uuid(),
    variantId: z.uuid(),
    showId: z.uuid().nullable(),
    name: z.string(),
    options: z.string(),
    unitPrice: z.int(),
    quantity: z.int(),
    refunded: z.int(),
    picture: Picture.nullable(),
  })),
  claims: z.array(z.object({
    id: z.uuid(),
    method: z.enum(paymentMethods),
    note: z.string(),
    picture: Picture.nullable(),
    at: Moment,
  })),
  parcel: z.object({
    carrier: z.string(),
    tracking: z.string(),
    shippedAt: Moment,
    deliveredAt: Moment.nullable(),
  }).nullable(),
  refunds: z.array(z.object({ amount: z.int(), reason: z.string(), at: Moment })),
  others: z.array(z.string()).meta({ description: "Orders placed with it, at other sellers" }),
}).meta({ id: "Order" });
