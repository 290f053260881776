import * as z from "zod";
import { paymentMethods } from "../orders/kinds.ts";
import { iso } from "../db/iso.ts";
import { api } from "../http/api.ts";
import { endpoint, json } from "../http/endpoint.ts";
import { identityOf } from "../http/identity.ts";
import { granted } from "../http/problem.ts";
import { signedIn } from "../http/session.ts";
import { note_characters_max } from "../limits.ts";
import { SteppedOrder } from "../orders/schemas.ts";
import { claimPayment } from "./claim.ts";

/** Claims of payment, over the API. */
export const paymentsApi = api();

paymentsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/orders/{number}/payment-claims",
    summary: "Say that the money for an order is sent",
    tag: "shopper",
    request: {
      params: z.object({ number: z.string() }),
      body: json(z.strictObject({
        method: z.enum(paymentMethods),
        note: z.string().trim().max(note_characters_max).optional(),
      })),
    },
    status: 201,
    answer: SteppedOrder,
    refusals: ["NOT_YOURS", "ORDER_STATE", "PAYMENT_LATE", "SIGN_IN_REQUIRED"],
  }),
  async function claimOverApi(c) {
    const outcome = await claimPayment(c.var.shop, {
      personId: signedIn(c).id,
      requestId: await identityOf(c),
      number: c.req.valid("param").number,
      ...c.req.valid("json"),
    });
    const order = granted(outcome);
    return c.json({ ...order, dueAt: iso(order.dueAt) }, 201);
  },
);
