import * as z from "zod";
import { uuidv7 } from "uuidv7";
import { iso } from "../../db/iso.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import type { Visit } from "../../http/env.ts";
import { identityOf } from "../../http/identity.ts";
import { selling } from "../../http/session.ts";
import { order_lines_max } from "../../limits.ts";
import { SteppedOrder } from "../../orders/schemas.ts";
import { type Step, stepOrders } from "../../orders/step.ts";
import { packing } from "../desk.ts";
import { answered, changing } from "../over_api.ts";
import { Carrier, Method, Reason, Tracking, Units } from "./forms.ts";
import { numberIn } from "./number.ts";
import { shopOf } from "./shop_of.ts";

/** What a shop does to its orders, over the API. */
export const stepsApi = api();

const order = { params: z.object({ number: z.string() }) };

const step = {
  method: "post",
  tag: "seller",
  status: 200,
  answer: SteppedOrder,
  refusals: [...changing, "ORDER_STATE"],
} as const;

const Lines = z.array(z.strictObject({ id: z.uuid(), quantity: Units })).max(order_lines_max)
  .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length, "repeated");

/** A body that may be left out. */
function optionally<Schema extends z.ZodType>(schema: Schema) {
  return { ...json(schema), required: false } as const;
}

stepsApi.openapi(
  endpoint({
    ...step,
    path: "/api/desk/orders/{number}/payment",
    summary: "Confirm that the money has arrived",
    request: { ...order, body: optionally(z.strictObject({ method: Method.optional() })) },
    refusals: [...step.refusals, "PAYMENT_LATE"],
  }),
  async function confirmPayment(c) {
    const { method = "bank" } = c.req.valid("json");
    return c.json(await take(c, { step: "payment", method }), 200);
  },
);

stepsApi.openapi(
  endpoint({
    ...step,
    path: "/api/desk/orders/{number}/shipment",
    summary: "Mark a paid order as shipped",
    request: { ...order, body: json(z.strictObject({ carrier: Carrier, tracking: Tracking })) },
  }),
  async function ship(c) {
    return c.json(await take(c, { step: "shipment", ...c.req.valid("json") }, "packs"), 200);
  },
);

stepsApi.openapi(
  endpoint({
    ...step,
    path: "/api/desk/orders/{number}/delivery",
    summary: "Mark a shipped order as delivered",
    request: order,
  }),
  async (c) => c.json(await take(c, { step: "delivery" }, "packs"), 200),
);

stepsApi.openapi(
  endpoint({
    ...step,
    path: "/api/desk/orders/{number}/cancellation",
    summary: "Cancel an unpaid order; its units go back on sale",
    request: order,
  }),
  async (c) => c.json(await take(c, { step: "cancellation" }), 200),
);

stepsApi.openapi(
  endpoint({
    ...step,
    path: "/api/desk/orders/{number}/lines",
    method: "patch",
    summary: "Change the lines of an unpaid order: the units that stay, 0 removes a line",
    request: { ...order, body: json(z.strictObject({ lines: Lines.min(1) })) },
  }),
  async function changeLines(c) {
    return c.json(await take(c, { step: "removal", ...c.req.valid("json") }), 200);
  },
);

stepsApi.openapi(
  endpoint({
    ...step,
    path: "/api/desk/orders/{number}/refunds",
    summary: "Refund units of a paid order; without lines, all that is left and the shipping",
    request: {
      ...order,
      body: optionally(z.strictObject({
        lines: Lines.min(1).optional(),
        reason: Reason.optional(),
      })),
    },
    status: 201,
  }),
  async function refund(c) {
    const { lines, reason = "" } = c.req.valid("json");
    return c.json(await take(c, { step: "refund", id: uuidv7(), lines, reason }), 201);
  },
);

/** @param who moderators may take this step, too; else the seller alone */
async function take(c: Visit, step: Step, who: "sells" | "packs" = "sells") {
  const { database } = c.var.shop.platform;
  const number = numberIn(c);
  const { id: personId, shops } = packing(c);
  const sellerId = who === "packs" ? await shopOf(database, shops, number) : selling(c).sellerId;
  const requestId = await identityOf(c);
  const [outcome] = await stepOrders(database, [
    { personId, requestId, sellerId, number, ...step },
  ]);
  const order = answered(c, outcome!);
  return { ...order, dueAt: iso(order.dueAt) };
}
