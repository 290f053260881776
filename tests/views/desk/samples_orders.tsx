import type { VNode } from "preact";
import { OrderList } from "../../../views/desk/order_list.tsx";
import { DeskOrderPage } from "../../../views/desk/order_page.tsx";
import type { Fault, View } from "../../../views/kit/view.ts";
import type { OrderState } from "../../../views/shop/types.ts";

const at = "2026-11-21T03:00:00.000Z";
const currency = "USD";

export function orderPages(view: View, text: string, fault: Fault): Record<string, VNode> {
  const order = (state: OrderState) => ({
    number: "ORD-20261121-00001",
    state,
    currency,
    goods: 200,
    shipping: 100,
    refunded: 100,
    total: 300,
    buyer: text,
    depositorName: text,
    placedAt: at,
    dueAt: at,
    remindedAt: at,
    lines: ["1", "2"].map((id) => ({
      id,
      productId: "p",
      name: text,
      options: text,
      picture: null,
      unitPrice: 100,
      quantity: 2,
      refunded: 1,
    })),
    claims: [{ method: "venmo", note: text, picture: null, at }],
    parcel: state === "shipped" ? { carrier: text, tracking: text, shippedAt: at } : null,
    address: { country: "US", name: text, line1: text, postalCode: text },
    phone: text,
    events: [
      { what: "placed", at },
      { what: "cancelled", at, by: "time" },
      { what: "refunded", at, amount: 100, note: text },
    ],
    firstLine: text,
    moreLines: 1,
    claimed: true,
  } as const);
  const page = (
    state: OrderState,
    form: "payment" | "shipment" | "lines" | "refund",
    sells = true,
  ) => <DeskOrderPage view={view} order={order(state)} sells={sells} fault={{ ...fault, form }} />;
  const list = {
    view,
    counts: { awaiting_payment: 2, paid: 1 },
    filter: { q: text, state: "" },
    page: 1,
    pages: 2,
  } as const;
  const orders = [order("awaiting_payment"), order("refunded")];
  return {
    "orders": <OrderList {...list} orders={orders} sells done={text} />,
    "orders to pack": <OrderList {...list} orders={orders} sells={false} />,
    "no such orders": <OrderList {...list} orders={[]} sells fault={fault} />,
    "no orders": (
      <OrderList
        {...list}
        filter={{ q: "", state: "" }}
        counts={{}}
        orders={[]}
        sells
      />
    ),
    "an unpaid order": page("awaiting_payment", "lines"),
    "a paid order": page("paid", "refund"),
    "a shipped order": page("shipped", "shipment"),
    "an order to pack": page("paid", "shipment", false),
  };
}
