import { renderToString } from "preact-render-to-string";
import { HoldResult } from "../../../views/shop/hold_result.tsx";
import { sampleView } from "./pages.tsx";

const view = sampleView("en");

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
