import type { VNode } from "preact";
import { copy } from "../../../views/copy/mod.ts";
import type { Locale, View } from "../../../views/kit/view.ts";
import { Cart } from "../../../views/shop/cart.tsx";
import { ChatPage } from "../../../views/shop/chat.tsx";
import { Checkout } from "../../../views/shop/checkout.tsx";
import { ErrorPage, NotFound } from "../../../views/shop/error_page.tsx";
import { Home } from "../../../views/shop/home.tsx";
import { Help, Privacy, Terms } from "../../../views/shop/long_text.tsx";
import { OrderPage } from "../../../views/shop/order_page.tsx";
import { Orders } from "../../../views/shop/orders.tsx";
import { ProductPage } from "../../../views/shop/product_page.tsx";
import { Profile } from "../../../views/shop/profile.tsx";
import { Receipt } from "../../../views/shop/receipt.tsx";
import { Sessions } from "../../../views/shop/sessions.tsx";
import { SignIn } from "../../../views/shop/sign_in.tsx";
import { Store } from "../../../views/shop/store.tsx";
import { Waitlist } from "../../../views/shop/waitlist.tsx";
import { sampleCards, sampleMessages, sampleProducts, sampleShows, sampleWords } from "./goods.ts";
import {
  sampleAddress,
  sampleCart,
  sampleOrder,
  sampleOrders,
  samplePreviews,
  sampleWaits,
} from "./orders.ts";
import { sampleShow } from "./shows.tsx";

export function sampleView(locale: Locale): View {
  let asked = 0;
  return {
    locale,
    now: "2026-11-21T03:00:00.000Z",
    timeZone: "Asia/Seoul",
    requestId: () => `019aa000-0000-7000-8000-${String(++asked).padStart(12, "0")}`,
    asset: (name) => `/assets/${name}`,
  };
}

/** Every page of the shop in its notable states, by name. */
export function samplePages(view: View): Record<string, VNode> {
  return { ...browsing(view), ...buying(view), ...own(view), ...words(view) };
}

function browsing(view: View): Record<string, VNode> {
  const { locale } = view;
  const cards = sampleCards(locale);
  const products = sampleProducts(locale);
  const { seller, show, texts } = sampleWords(locale);
  const store = { view, query: "", sort: "new" as const, page: 4, pages: 9, total: 203 };
  const product = {
    view,
    product: products[2]!,
    description: texts.join("\n"),
    sellerName: seller,
    show: { id: "live-0", title: show, state: "live" as const },
    holdMinutes: 10,
  };
  return {
    home: (
      <Home
        view={view}
        live={sampleShows(locale, "live", 1)}
        upcoming={sampleShows(locale, "scheduled")}
        products={cards}
      />
    ),
    "home-two": (
      <Home view={view} live={sampleShows(locale, "live", 2)} upcoming={[]} products={cards} />
    ),
    "home-quiet": (
      <Home view={view} live={[]} upcoming={sampleShows(locale, "scheduled", 1)} products={[]} />
    ),
    "show-live": sampleShow(view, "live"),
    "show-refused": sampleShow(view, "live", {
      holdFault: {
        refusal: { code: "NOT_ENOUGH_STOCK", available: 2 },
        values: { variantId: products[4]!.variants[0]!.id, quantity: "5" },
      },
      chatFault: {
        refusal: { code: "SLOW_MODE", retryAfterMs: 12_000 },
        values: { text: texts[0] },
      },
    }),
    "show-scheduled": sampleShow(view, "scheduled"),
    "show-ended": sampleShow(view, "ended"),
    "show-cancelled": sampleShow(view, "cancelled"),
    chat: (
      <ChatPage
        view={view}
        showId="live-0"
        title={show}
        messages={sampleMessages(locale)}
        may="signIn"
      />
    ),
    store: (
      <Store
        {...store}
        products={[...cards, ...cards.map((card) => ({ ...card, id: `${card.id}b` }))]}
      />
    ),
    "store-none": <Store {...store} products={[]} query="<b>x" page={1} pages={0} total={0} />,
    product: <ProductPage {...product} />,
    "product-refused": (
      <ProductPage
        {...product}
        fault={{
          refusal: { code: "SOLD_OUT" },
          values: { variantId: products[2]!.variants[1]!.id, quantity: "3" },
        }}
      />
    ),
    "product-sold-out": (
      <ProductPage {...product} product={products[1]!} show={undefined} description="" />
    ),
    "product-not-on-sale": (
      <ProductPage {...product} product={{ ...products[3]!, pictures: [], onSale: false }} />
    ),
  };
}

function buying(view: View): Record<string, VNode> {
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

function own(view: View): Record<string, VNode> {
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

function words(view: View): Record<string, VNode> {
  return {
    terms: <Terms view={view} />,
    privacy: <Privacy view={view} />,
    help: <Help view={view} />,
    "not-found": <NotFound view={view} />,
    bug: <ErrorPage view={view} requestId="019aa000-0000-7000-8000-000000000001" />,
    busy: (
      <ErrorPage
        view={view}
        refusal={{ code: "UNAVAILABLE", retryAfterMs: 2000 }}
        requestId={copy(view.locale).site.name}
      />
    ),
  };
}
