import type { VNode } from "preact";
import { OrderPage } from "../../../views/shop/order_page.tsx";
import { Orders } from "../../../views/shop/orders.tsx";
import { Profile } from "../../../views/shop/profile.tsx";
import { Receipt } from "../../../views/shop/receipt.tsx";
import { Sessions } from "../../../views/shop/sessions.tsx";
import { SignIn } from "../../../views/shop/sign_in.tsx";
import { sampleAddress, sampleOrder, sampleOrders } from "./orders.ts";
import type { View } from "../../../views/kit/view.ts";

/** A person's own pages. */
export function own(view: View): Record<string, VNode> {
  const { locale } = view;
  const payTo = { bank: "마루은행 110-123-456789 온기", zelle: "pay@ongi.example", venmo: "" };
  const order = (state: Parameters<typeof sampleOrder>[1]) => (
    <OrderPage view={view} order={sampleOrder(locale, state)} payTo={payTo} claims={[]} />
  );
  const list = { view, months: ["2026-11", "2026-10"], page: 1, pages: 3 };
  return {
    "order-placed": (
      <OrderPage
        view={view}
        order={sampleOrder(locale, "awaiting_payment")}
        payTo={payTo}
        claims={[]}
        placed
        others={["ORD-20261121-00043"]}
      />
    ),
    "order-claimed": (
      <OrderPage
        view={view}
        order={sampleOrder(locale, "awaiting_payment")}
        payTo={payTo}
        claims={[{ method: "zelle", note: "Sent from my son's phone", at: view.now }]}
        fault={{ refusal: { code: "INVALID", fields: [{ field: "picture", rule: "picture" }] } }}
      />
    ),
    "order-paid": order("paid"),
    "order-shipped": order("shipped"),
    "order-cancelled": order("cancelled"),
    "order-refunded": order("refunded"),
    receipt: <Receipt view={view} order={sampleOrder(locale, "paid")} />,
    orders: <Orders {...list} orders={sampleOrders(locale)} state="paid" />,
    "orders-empty": <Orders {...list} orders={[]} pages={0} />,
    "orders-none": <Orders {...list} orders={[]} month="2026-10" pages={0} />,
    "sign-in": (
      <SignIn
        view={view}
        next="/cart"
        developer
        providers={[{ name: "Kakao", href: "/sign-in/kakao" }]}
      />
    ),
    "sign-in-none": <SignIn view={view} next="/" developer={false} providers={[]} />,
    profile: (
      <Profile
        view={view}
        email="minseo@example.com"
        displayName="민서"
        depositorName="김민서"
        instagram="minseo.home"
        address={sampleAddress(locale)}
        saved
      />
    ),
    "profile-refused": (
      <Profile
        view={view}
        email="minseo@example.com"
        displayName="민서"
        fault={{
          refusal: { code: "INVALID", fields: [{ field: "instagram", rule: "taken" }] },
          values: { displayName: "민서", instagram: "maru" },
        }}
      />
    ),
    sessions: (
      <Sessions
        view={view}
        devices={[
          {
            id: "s1",
            device: "Chrome, Android",
            usedAt: view.now,
            createdAt: view.now,
            current: true,
          },
          { id: "s2", device: "", usedAt: view.now, createdAt: view.now, current: false },
        ]}
      />
    ),
  };
}
