import type { VNode } from "preact";
import { ChatPage } from "../../../views/shop/chat.tsx";
import { Home } from "../../../views/shop/home.tsx";
import { ProductPage } from "../../../views/shop/product_page.tsx";
import { Store } from "../../../views/shop/store.tsx";
import { sampleCards, sampleMessages, sampleProducts, sampleShows, sampleWords } from "./goods.ts";
import { sampleFeed, sampleReplay, sampleShow } from "./shows.tsx";
import type { View } from "../../../views/kit/view.ts";

/** Pages that anybody may look at. */
export function browsing(view: View): Record<string, VNode> {
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
    "show-playing": sampleShow(view, "live", {}, sampleFeed("on")),
    "show-waiting": sampleShow(view, "live", {}, sampleFeed("none")),
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
    "replay": sampleReplay(view),
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
