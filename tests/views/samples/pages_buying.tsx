import type { VNode } from "preact";
import { Cart } from "../../../views/shop/cart.tsx";
import { Checkout } from "../../../views/shop/checkout.tsx";
import { Waitlist } from "../../../views/shop/waitlist.tsx";
import { sampleProducts } from "./goods.ts";
import { sampleAddress, sampleCart, samplePreviews, sampleWaits } from "./orders.ts";
import type { View } from "../../../views/kit/view.ts";

/** From the cart to the order. */
export function buying(view: View): Record<string, VNode> {
  const { locale } = view;
  const groups = sampleCart(locale);
  const { currency } = groups[0]!.goods;
  const amount = groups.reduce((sum, { goods }) => sum + goods.amount, 0);
  const cart = { view, groups, totals: [{ amount, currency }], waiting: 1 };
  const checkout = {
    view,
    orders: samplePreviews(locale),
    holdIds: ["h00", "h01"],
    heldUntil: "2026-11-21T03:08:30Z",
    dueHours: 24,
  };
  return {
    cart: <Cart {...cart} showId="live-0" />,
    "cart-refused": (
      <Cart
        {...cart}
        lapsed={[{ productId: "p1", name: sampleProducts(locale)[1]!.name }]}
        faultHoldId="h01"
        fault={{ refusal: { code: "NOT_ENOUGH_STOCK", available: 3 }, values: { quantity: "9" } }}
      />
    ),
    "cart-empty": <Cart view={view} groups={[]} totals={[]} waiting={0} />,
    checkout: <Checkout {...checkout} address={sampleAddress(locale)} depositorName="김민서" />,
    "checkout-refused": (
      <Checkout
        {...checkout}
        orders={[{ ...samplePreviews(locale)[0]!, shipping: null }]}
        fault={{
          refusal: {
            code: "INVALID",
            fields: [
              { field: "depositorName", rule: "required" },
              { field: "address.postalCode", rule: "zip" },
              { field: "consentOrder", rule: "consent" },
            ],
          },
          values: { country: "US", postalCode: "9", line1: '"><script>alert(1)</script>' },
        }}
      />
    ),
    waitlist: <Waitlist view={view} lines={sampleWaits(locale)} />,
    "waitlist-empty": <Waitlist view={view} lines={[]} />,
  };
}
