import { type Profile, readProfile } from "../accounts/profile.ts";
import { copy } from "../../views/copy/mod.ts";
import type { Fault } from "../../views/kit/view.ts";
import { Checkout } from "../../views/shop/checkout.tsx";
import type { OrderPreview } from "../../views/shop/checkout_order.tsx";
import { cartPage } from "../cart/page.tsx";
import { type Cart, readCart, type SellerLines } from "../cart/read_cart.ts";
import type { Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { viewOf } from "../http/view.ts";
import { type Destination, destinationOf, shippingFees } from "../shipping/fees.ts";

/**
 * Checkout of the chosen lines, or of all where none is chosen. Without a line that is still held
 * it is the cart instead.
 * @param fault why the order was not placed
 */
export async function checkoutPage(
  c: Visit,
  chosen: readonly string[],
  fault?: Fault,
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
  const to = destination(profile, fault);
  const fees = to && await shippingFees(database, personId, holdIds, to);
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
        address={profile.address}
        phone={profile.phone}
        depositorName={profile.depositorName}
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

/** Where it goes: what was typed counts before what is stored. */
function destination({ address }: Profile, fault?: Fault): Destination | undefined {
  const { country, state } = fault?.values ?? {};
  if (country === "US" || country === "KR") return destinationOf({ country, state });
  return address && destinationOf(address);
}

function preview({ sellerName, currency, goods, lines }: SellerLines, fee?: number): OrderPreview {
  return { sellerName, currency, goods, lines, shipping: fee ?? null };
}
