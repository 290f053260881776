import { type Profile, readProfile } from "../accounts/profile.ts";
import { copy } from "../../views/copy/mod.ts";
import type { Fault } from "../../views/kit/view.ts";
import { Checkout } from "../../views/shop/checkout.tsx";
import type { OrderPreview } from "../../views/shop/checkout_order.tsx";
import type { Address } from "../../views/shop/types.ts";
import { cartPage } from "../cart/page.tsx";
import { type Cart, readCart, type SellerLines } from "../cart/read_cart.ts";
import type { Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { viewOf } from "../http/view.ts";
import { destinationOf, shippingFees } from "../shipping/fees.ts";

const countries = ["US", "KR"] as const;

type Typed = NonNullable<Fault["values"]>;

interface Entered {
  /** Why the order was not placed. */
  readonly fault?: Fault;
  /** What has been typed so far, by field; counts before what is stored. */
  readonly typed?: Typed;
}

/**
 * Checkout of the chosen lines, or of all where none is chosen. Without a line that is still held
 * it is the cart instead.
 */
export async function checkoutPage(
  c: Visit,
  chosen: readonly string[],
  { fault, typed = fault?.values ?? {} }: Entered = {},
): Promise<Response> {
  const { shop, language } = c.var;
  const { database } = shop.platform;
  const { id: personId } = signedIn(c);
  const [cart, profile] = await Promise.all([
    readCart(database, personId),
    readProfile(shop, personId),
  ]);
  const sellers = chosenLines(cart, chosen);
  const lines = sellers.flatMap(({ lines }) => lines);
  if (lines.length === 0) return fault ? await cartPage(c, { fault }) : c.redirect("/cart", 303);

  const holdIds = lines.map(({ id }) => id);
  const address = addressSoFar(profile, typed);
  const { country, state } = address;
  const fees = country &&
    await shippingFees(database, personId, holdIds, destinationOf({ country, state }));
  const lost = new Set(chosen).size > holdIds.length;
  return await page(c, {
    title: copy(language).checkout.title,
    status: statusOf(c, fault),
    body: (
      <Checkout
        view={viewOf(c)}
        orders={sellers.map((seller) => preview(seller, fees?.get(seller.sellerId)))}
        holdIds={holdIds}
        heldUntil={lines.map(({ expiresAt }) => expiresAt).sort()[0]!}
        dueHours={Math.min(...sellers.map(({ paymentDueHours }) => paymentDueHours))}
        address={address}
        phone={typed.phone ?? profile.phone}
        depositorName={typed.depositorName ?? profile.depositorName}
        fault={fault ?? (lost ? { refusal: { code: "HOLD_LAPSED" } } : undefined)}
      />
    ),
  });
}

function chosenLines({ sellers }: Cart, chosen: readonly string[]): SellerLines[] {
  if (chosen.length === 0) return sellers;
  return sellers.flatMap((seller) => {
    const lines = seller.lines.filter(({ id }) => chosen.includes(id));
    const goods = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0);
    return lines.length > 0 ? [{ ...seller, lines, goods }] : [];
  });
}

function addressSoFar({ address }: Profile, typed: Typed): Partial<Address> {
  const { name, line1, line2, city, state, postalCode } = typed;
  const country = countries.find((one) => one === typed.country);
  const given = { country, name, line1, line2, city, state, postalCode };
  return { ...address, ...Object.fromEntries(Object.entries(given).filter(([, text]) => text)) };
}

function preview({ sellerName, currency, goods, lines }: SellerLines, fee?: number): OrderPreview {
  return { sellerName, currency, goods, lines, shipping: fee ?? null };
}
