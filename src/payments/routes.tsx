import * as z from "zod";
import { Hono } from "hono";
import { paymentMethods } from "../orders/kinds.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { faultOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { note_characters_max } from "../limits.ts";
import { orderPage, ownOrder } from "../orders/page.tsx";
import { storePicture } from "../uploads/store_picture.ts";
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
  const { shop } = c.var;
  const { number } = await ownOrder(c);
  const form = await readForm(c, ClaimForm);
  if (form.fault) return await orderPage(c, form.fault);

  const { method, note, picture } = form.values;
  const stored = picture &&
    await storePicture(shop, person, new Uint8Array(await picture.arrayBuffer()));
  const outcome = stored?.refusal ? stored : await claimPayment(shop, {
    personId: person.id,
    requestId: form.identity,
    number,
    method,
    note,
    pictureId: stored?.id,
  });
  const fault = faultOf(form, outcome);
  return fault ? await orderPage(c, fault) : c.redirect(`/orders/${number}`, 303);
});
