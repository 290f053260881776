import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, units, words } from "./columns.ts";

export const holds = pgTable("holds", {
  id: id(),
  shopperId: uuid("shopper_id").notNull(),
  variantId: uuid("variant_id").notNull(),
  quantity: integer("quantity").notNull(),
  state: text("state", { enum: ["waiting", "held", "ordered", "lapsed", "released"] }).notNull(),
  place: integer("place").notNull().generatedAlwaysAsIdentity(),
  unitPrice: integer("unit_price"),
  expiresAt: moment("expires_at"),
  promotedAt: moment("promoted_at"),
  endedAt: moment("ended_at"),
  createdAt: createdAt(),
});

export const orderStates = [
  "awaiting_payment",
  "paid",
  "shipped",
  "delivered",
  "cancelled",
  "refunded",
] as const;

export const orders = pgTable("orders", {
  id: id(),
  number: text("number").notNull(),
  sellerId: uuid("seller_id").notNull(),
  shopperId: uuid("shopper_id").notNull(),
  state: text("state", { enum: orderStates }).notNull(),
  currency: text("currency", { enum: ["USD", "KRW"] }).notNull(),
  goods: integer("goods").notNull(),
  shipping: integer("shipping").notNull(),
  points: units("points"),
  refunded: units("refunded"),
  depositorName: text("depositor_name").notNull(),
  addressId: uuid("address_id"),
  country: text("country", { enum: ["US", "KR"] }).notNull(),
  region: words("region"),
  placedAt: moment("placed_at").notNull().defaultNow(),
  dueAt: moment("due_at").notNull(),
  remindedAt: moment("reminded_at"),
  paidAt: moment("paid_at"),
  cancelledAt: moment("cancelled_at"),
  cancelledBy: text("cancelled_by", { enum: ["shopper", "seller", "time"] }),
});

export const orderLines = pgTable("order_lines", {
  id: id(),
  orderId: uuid("order_id").notNull(),
  holdId: uuid("hold_id"),
  variantId: uuid("variant_id").notNull(),
  productId: uuid("product_id").notNull(),
  showId: uuid("show_id"),
  name: text("name").notNull(),
  options: words("options"),
  unitPrice: integer("unit_price").notNull(),
  quantity: integer("quantity").notNull(),
  refunded: units("refunded"),
});

export const addresses = pgTable("addresses", {
  id: id(),
  personId: uuid("person_id").notNull(),
  sealed: text("sealed").notNull(),
  createdAt: createdAt(),
});

export const paymentMethods = ["bank", "zelle", "venmo"] as const;

export const paymentClaims = pgTable("payment_claims", {
  id: id(),
  orderId: uuid("order_id").notNull(),
  method: text("method", { enum: paymentMethods }).notNull(),
  note: words("note"),
  pictureId: uuid("picture_id"),
  createdAt: createdAt(),
});

export const payments = pgTable("payments", {
  orderId: uuid("order_id").primaryKey(),
  method: text("method", { enum: paymentMethods }).notNull(),
  amount: integer("amount").notNull(),
  confirmedBy: uuid("confirmed_by").notNull(),
  createdAt: createdAt(),
});

export const refunds = pgTable("refunds", {
  id: id(),
  orderId: uuid("order_id").notNull(),
  amount: integer("amount").notNull(),
  reason: words("reason"),
  refundedBy: uuid("refunded_by").notNull(),
  createdAt: createdAt(),
});

export const parcels = pgTable("parcels", {
  orderId: uuid("order_id").primaryKey(),
  carrier: text("carrier").notNull(),
  tracking: text("tracking").notNull(),
  shippedAt: moment("shipped_at").notNull().defaultNow(),
  deliveredAt: moment("delivered_at"),
});

export const shippingZones = pgTable("shipping_zones", {
  id: id(),
  sellerId: uuid("seller_id").notNull(),
  country: text("country", { enum: ["US", "KR"] }).notNull(),
  region: words("region"),
  fee: integer("fee").notNull(),
});
