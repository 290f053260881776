import { copy } from "../../views/copy/mod.ts";
import type { Currency, View } from "../../views/kit/view.ts";
import { Cart as CartView, type CartProps } from "../../views/shop/cart.tsx";
import type { Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { viewOf } from "../http/view.ts";
import { expectedShipping } from "./expected_shipping.ts";
import { type Cart, readCart } from "./read_cart.ts";

/** What a page of the cart tells beside the cart itself. */
type Told = Pick<CartProps, "fault" | "faultHoldId" | "missed">;

export async function cartPage(c: Visit, told: Told = {}): Promise<Response> {
  const { shop } = c.var;
  const { id } = signedIn(c);
  const cart = await readCart(shop.platform.database, id);
  const fees = await expectedShipping(shop, id, cart);
  const view = viewOf(c);
  const { fault, faultHoldId, missed } = told;
  // A line that is gone cannot show why it was refused: the page does.
  const stands = cart.sellers.some(({ lines }) => lines.some(({ id }) => id === faultHoldId));
  return await page(c, {
    title: copy(view.locale).cart.title,
    status: statusOf(c, fault),
    body: (
      <CartView
        {...cartProps(view, cart, fees)}
        missed={missed}
        fault={fault}
        faultHoldId={stands ? faultHoldId : undefined}
      />
    ),
  });
}

function cartProps(
  view: View,
  { sellers, waiting, lapsed, liveShowId }: Cart,
  fees: ReadonlyMap<string, number>,
): CartProps {
  return {
    view,
    groups: sellers.map(({ sellerId, sellerName, currency, goods, lines }) => ({
      sellerName,
      goods: { amount: goods, currency },
      shipping: fees.has(sellerId) ? { amount: fees.get(sellerId)!, currency } : undefined,
      lines: lines.map(({ id, unitPrice, ...line }) => ({
        ...line,
        holdId: id,
        price: { amount: unitPrice, currency },
      })),
    })),
    totals: totals(sellers),
    lapsed: lapsed.map(({ productId, name, options }) => ({
      productId,
      name: options ? `${name}, ${options}` : name,
    })),
    waiting: waiting.length,
    showId: liveShowId,
  };
}

function totals(sellers: readonly { currency: Currency; goods: number }[]) {
  const amounts = new Map<Currency, number>();
  for (const { currency, goods } of sellers) {
    amounts.set(currency, (amounts.get(currency) ?? 0) + goods);
  }
  return [...amounts].map(([currency, amount]) => ({ currency, amount }));
}
