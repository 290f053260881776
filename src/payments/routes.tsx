import { z } from "@hono/zod-openapi";
import { Hono } from "hono";
import { paymentMethods } from "../db/schema/sales.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { faultOf } from "../http/refused.ts";
import { note_characters_max } from "../limits.ts";
import { orderPage, ownOrder } from "../orders/page.tsx";
import { signedIn } from "../http/session.ts";
import { claimPayment } from "./claim.ts";

const ClaimForm = z.strictObject({
  method: z.enum(paymentMethods),
  note: z.string().max(note_characters_max).optional(),
  picture: z.instanceof(File, { error: "picture" }).optional(),
});

/** What a buyer says about paying, as pages. */
export const payments = new Hono<Env>();

payments.post("/orders/:number/payment-claims", async function claim(c) {
  const person = signedIn(c);
  const { number } = await ownOrder(c);
  const form = await readForm(c, ClaimForm);
  const outcome = form.values && await claimPayment(c.var.shop, {
    personId: person.id,
    requestId: form.identity,
    number,
    method: form.values.method,
    note: form.values.note,
  });
  const fault = faultOf(form, outcome);
  return fault ? await orderPage(c, fault) : c.redirect(`/orders/${number}`, 303);
});
