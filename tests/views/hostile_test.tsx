import { ok } from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import type { VNode } from "preact";
import { Layout } from "../../views/layout.tsx";
import { AddressText } from "../../views/shop/address_fields.tsx";
import { ChatMessage } from "../../views/shop/chat_list.tsx";
import { ProductCard } from "../../views/shop/product_card.tsx";
import { ProductRow } from "../../views/shop/product_row.tsx";
import { Store } from "../../views/shop/store.tsx";
import { sampleCards, sampleProducts } from "./samples/goods.ts";
import { sampleAddress } from "./samples/orders.ts";
import { sampleView } from "./samples/pages.tsx";
import { sampleShow } from "./samples/shows.tsx";

const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`;
const view = sampleView("en");

const places: Record<string, VNode> = {
  "a message and its author": (
    <ChatMessage
      view={view}
      message={{
        id: "1",
        n: 1,
        kind: "said",
        name: hostile,
        text: hostile,
        at: view.now,
        fromSeller: false,
      }}
    />
  ),
  "a product's name and options": (
    <ProductRow
      view={view}
      showId="1"
      product={{
        ...sampleProducts("en")[2]!,
        name: hostile,
        variants: sampleProducts("en")[2]!.variants.map((variant) => ({
          ...variant,
          colour: hostile,
          size: hostile,
        })),
      }}
    />
  ),
  "a card": <ProductCard view={view} product={{ ...sampleCards("en")[0]!, name: hostile }} />,
  "a search": (
    <Store view={view} products={[]} query={hostile} sort="new" page={2} pages={3} total={0} />
  ),
  "an address": <AddressText view={view} address={{ ...sampleAddress("en"), line1: hostile }} />,
  "a form that comes back": sampleShow(view, "live", {
    chatFault: { refusal: { code: "MUTED" }, values: { text: hostile } },
    holdFault: { refusal: { code: "INVALID" }, values: { variantId: "p0v", quantity: hostile } },
  }),
  "the frame": (
    <Layout
      view={view}
      title={hostile}
      visitor={{
        path: hostile,
        cartLines: 0,
        person: { displayName: hostile, sells: false, packs: false },
      }}
    >
      {null}
    </Layout>
  ),
};

for (const [place, node] of Object.entries(places)) {
  Deno.test(`what people write stays text: ${place}`, () => {
    const html = renderToString(node);
    ok(html.includes("alert(1)"), "the text is there");
    ok(!/<script>|<img src=x/.test(html));
  });
}
