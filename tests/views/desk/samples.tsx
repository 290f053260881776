import type { VNode } from "preact";
import { Today } from "../../../views/desk/today.tsx";
import type { Fault, View } from "../../../views/kit/view.ts";
import { airPages } from "./samples_air.tsx";
import { restreamPages } from "./samples_restreams.tsx";
import { orderPages } from "./samples_orders.tsx";
import { productPages } from "./samples_products.tsx";
import { showPages } from "./samples_shows.tsx";

const at = "2026-11-21T03:00:00.000Z";
const currency = "USD";

/**
 * Every page of the desk in its notable states, by name.
 * @param text stands wherever somebody may have written something
 */
export function deskPages(view: View, text: string): Record<string, VNode> {
  const fault: Fault = {
    refusal: { code: "INVALID", field: "name", fields: [{ field: "name", rule: "required" }] },
    values: { name: text, title: text, q: text },
  };
  return {
    ...todayPages(view, text),
    ...showPages(view, text, fault),
    ...airPages(view, text),
    ...restreamPages(view, text),
    ...productPages(view, text, fault),
    ...orderPages(view, text, fault),
  };
}

function todayPages(view: View, text: string): Record<string, VNode> {
  const shared = {
    view,
    shopName: text,
    currency,
    figures: {
      revenue: 20_000,
      revenueBefore: 10_000,
      orders: 5,
      ordersBefore: 0,
      unpaid: 2,
      unpaidAmount: 300,
      toShip: 1,
    },
    days: ["20", "21"].map((day) => ({ day: `2026-11-${day}`, revenue: 500, before: -20 })),
    low: [
      { productId: "1", variantId: "2", name: text, options: text, available: 0, waiting: 3 },
    ],
    top: [{ productId: "1", name: text, units: 2, revenue: 500 }],
  } as const;
  return {
    "today, on air": (
      <Today
        {...shared}
        live={[{ id: "1", title: text, startedAt: at }]}
        next={null}
        fresh={false}
      />
    ),
    "today, before a show": (
      <Today {...shared} live={[]} next={{ id: "1", title: text, startsAt: at }} fresh={false} />
    ),
    "today, at first": <Today {...shared} live={[]} next={null} fresh low={[]} top={[]} />,
  };
}
