import { renderToString } from "preact-render-to-string";
import { ChatMessage } from "../../../views/shop/chat_list.tsx";
import { HoldResult } from "../../../views/shop/hold_result.tsx";
import { ProductRow } from "../../../views/shop/product_row.tsx";
import { sampleProducts } from "./goods.ts";
import { sampleView } from "./pages.tsx";

const view = sampleView("en");

/** A row with this many units of each option. */
export function rowNews(productId: string, available: number): string {
  const product = sampleProducts("en").find(({ id }) => id === productId)!;
  const variants = product.variants.map((variant) => ({ ...variant, available }));
  return renderToString(
    <ProductRow view={view} showId="live-0" product={{ ...product, variants }} />,
  );
}

export function chatNews(id: string, text: string): string {
  return renderToString(
    <ChatMessage
      view={view}
      message={{ id, n: 1, kind: "said", name: "Minseo", text, at: view.now, fromSeller: false }}
    />,
  );
}

export function heldAnswer(): string {
  return renderToString(
    <HoldResult
      view={view}
      from="/"
      held={{ name: "Moon jar vase", quantity: 2, expiresAt: "2026-11-21T03:10:00Z" }}
      cartLines={3}
    />,
  );
}
