import * as z from "zod";
import { type Address, DepositorName, Phone } from "../accounts/contact.ts";
import { addressNeeded } from "../accounts/profile_form.ts";
import type { Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { order_lines_max } from "../limits.ts";
import type { Fault } from "../../views/kit/view.ts";

const Typed = z.string().optional();
const Consent = z.literal("true", "consent");

const CheckoutForm = z.strictObject({
  holdIds: z.array(z.uuid()).max(order_lines_max).default([]),
  depositorName: DepositorName,
  phone: Phone,
  country: Typed,
  name: Typed,
  line1: Typed,
  line2: Typed,
  city: Typed,
  state: Typed,
  postalCode: Typed,
  remember: z.literal("true").optional(),
  consentOrder: Consent,
  consentPrivacy: Consent,
});

/** What a shopper asks for at checkout. */
export interface OrderWish {
  readonly identity: string;
  readonly holdIds: readonly string[];
  readonly depositorName: string;
  readonly phone: string;
  readonly address: Address;
  /** Keep the address for the next order. */
  readonly remember: boolean;
  /** As it was typed, to be drawn again. */
  readonly typed: Readonly<Record<string, string>>;
}

/** Reads the form of the checkout page: all that is wrong with it is told at once. */
export async function readCheckout(
  c: Visit,
): Promise<{ wish: OrderWish; fault?: undefined } | { wish?: undefined; fault: Fault }> {
  const form = await readForm(c, CheckoutForm);
  if (form.fault && form.fault.refusal.code !== "INVALID") return { fault: form.fault };
  const found = addressNeeded(form.typed);
  if (form.fault || found.refusal) {
    const fields = [form.fault?.refusal, found.refusal].flatMap((refusal) => refusal?.fields ?? []);
    const refusal = { code: "INVALID", field: fields[0]?.field, fields } as const;
    return { fault: { refusal, values: form.typed } };
  }
  const { holdIds, depositorName, phone, remember } = form.values;
  return {
    wish: {
      identity: form.identity,
      holdIds,
      depositorName,
      phone,
      address: found.address,
      remember: remember !== undefined,
      typed: form.typed,
    },
  };
}
