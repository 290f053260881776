import { uuidv7 } from "uuidv7";
import { readProfile, saveProfile } from "../accounts/profile.ts";
import { Refused } from "../errors.ts";
import type { Visit } from "../http/env.ts";
import { formOf } from "../http/form.ts";
import { signedIn } from "../http/session.ts";
import type { Shop } from "../shop.ts";
import { checkOut } from "./check_out.ts";
import { type OrderWish, readCheckout } from "./checkout_form.ts";
import { checkoutPage } from "./checkout_page.tsx";

/** `POST /orders`, from the checkout page. Leads to the first of the orders that it makes. */
export async function placeOrder(c: Visit): Promise<Response> {
  const { shop } = c.var;
  const { id: personId } = signedIn(c);
  const { wish, fault } = await readCheckout(c);
  if (fault) return await checkoutPage(c, await sentHolds(c), { fault });

  const { identity, holdIds, depositorName, phone, address, remember } = wish;
  const outcome = await checkOut(shop, {
    personId,
    requestId: identity,
    holdIds,
    depositorName,
    address: { ...address, phone },
    wish: { depositorName, phone, address },
  });
  if (outcome.refusal?.code === "NOT_YOURS") throw new Refused(outcome.refusal);
  if (outcome.refusal) {
    const fault = { refusal: outcome.refusal, values: wish.typed };
    return await checkoutPage(c, holdIds, { fault });
  }
  if (remember) shop.platform.after(keepForNextTime(shop, personId, wish));
  return c.redirect(`/orders/${outcome.orders[0]!.number}`, 303);
}

/** `POST /checkout`: the same page with what it costs to the address that has been typed. */
export async function weighOrder(c: Visit): Promise<Response> {
  signedIn(c);
  const typed: Record<string, string> = {};
  for (const [name, value] of await formOf(c)) {
    if (typeof value === "string") typed[name] = value;
  }
  const { tooSoon } = c.var;
  const fault = tooSoon && { refusal: tooSoon, values: typed };
  return await checkoutPage(c, await sentHolds(c), { typed, fault });
}

async function sentHolds(c: Visit): Promise<string[]> {
  const sent = await formOf(c);
  return sent.getAll("holdIds").filter((id) => typeof id === "string");
}

async function keepForNextTime(shop: Shop, personId: string, wish: OrderWish) {
  const { email: _, ...profile } = await readProfile(shop, personId);
  const { depositorName, phone, address } = wish;
  await saveProfile(
    shop,
    { personId, requestId: uuidv7() },
    { ...profile, depositorName, phone, address },
  );
}
