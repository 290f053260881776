import type { VNode } from "preact";
import type { Locale, View } from "../../../views/kit/view.ts";
import { browsing } from "./pages_browsing.tsx";
import { buying } from "./pages_buying.tsx";
import { own } from "./pages_own.tsx";
import { words } from "./pages_words.tsx";

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
