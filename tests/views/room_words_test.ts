import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { fill, sentenceOf, type Words } from "../../views/islands/room/words.ts";
import { locales } from "../../views/copy/mod.ts";
import { roomWords } from "../../views/shop/room_words.ts";
import { shapeOf, shownOf } from "../../views/shop/shape.ts";
import { sampleView } from "./samples/pages.tsx";

const gaps = (text: string) => text.split("{}").length - 1;

Deno.test("what the island says has a gap for everything that it fills in", () => {
  for (const locale of locales) {
    const words: Words = JSON.parse(roomWords(sampleView(locale)));
    deepEqual(
      [words.left, words.viewers, words.newMessages, words.soldOutOption, words.somebodyBought]
        .map(gaps),
      [1, 1, 1, 1, 1],
    );
    deepEqual([words.leftOption, words.says, words.bought].map(gaps), [2, 2, 2]);
    for (const code of ["SLOW_MODE", "RATE_LIMITED", "MUTED"]) {
      deepEqual(words.refusals[code]!.map(gaps), [1, 1], code);
      notEqual(words.refusals[code]![0], words.refusals[code]![1]);
    }
    for (const state of ["scheduled", "live", "ended", "cancelled"]) {
      equal(gaps(words.showStates[state]!), 0);
    }
    for (const state of ["connecting", "open", "lost", "offline"] as const) {
      equal(gaps(words.states[state]), 0);
    }
  }
});

Deno.test("a refusal is told with the time to wait, and an unknown one as well", () => {
  const words: Words = JSON.parse(roomWords(sampleView("en")));
  match(sentenceOf(words, { code: "SLOW_MODE", retryAfterMs: 4200 }), /wait 5 s/);
  match(sentenceOf(words, { code: "MUTED", retryAfterMs: 570_001 }), /10 min/);
  equal(sentenceOf(words, { code: "NEW" }), sentenceOf(words, { code: "UNAVAILABLE" }));
});

Deno.test("what people write fills a gap as it is", () => {
  equal(fill("{}: {}", "{} $&", "$1 {}"), "{} $&: $1 {}");
});

Deno.test("the shape of a row is that of its form: figures of stock are none of it", () => {
  const variant = { id: "v", price: 100, available: 9 };
  const product = { id: "p", name: "Knit", isNew: false, onSale: true, variants: [variant] };
  const shape = shapeOf(product);
  equal(
    shapeOf({ ...product, originalPrice: null, variants: [{ ...variant, available: 1 }] }),
    shape,
  );
  const others = [
    { ...product, name: "Scarf" },
    { ...product, isNew: true },
    { ...product, onSale: false },
    { ...product, originalPrice: 200 },
    { ...product, variants: [] },
    { ...product, variants: [{ ...variant, price: 101 }] },
    { ...product, variants: [{ ...variant, available: 0 }] },
  ];
  equal(new Set([shape, ...others.map(shapeOf)]).size, others.length + 1);
});

Deno.test("of a show its page shows state, words, what is featured and what is pinned", () => {
  const show = { state: "live", title: "A", notice: "", featuredProductId: null, pinned: null };
  const others = [
    { ...show, state: "ended" },
    { ...show, title: "B" },
    { ...show, notice: "C" },
    { ...show, featuredProductId: "p" },
    { ...show, pinned: { id: "m" } },
  ];
  equal(new Set([show, ...others].map(shownOf)).size, others.length + 1);
});
