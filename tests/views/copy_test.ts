import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { type Refusal, type RefusalCode, refusalStatus } from "../../src/errors.ts";
import { copy, faultText, locales, refusalText, ruleText } from "../../views/copy/mod.ts";

/** The names of everything in a catalogue, as paths; `check` sees each text. */
function names(of: unknown, path = "", check: (text: string, path: string) => void): string[] {
  if (typeof of === "string") {
    check(of, path);
    return [path];
  }
  if (typeof of === "function") return [`${path}()`];
  return Object.entries(of as Record<string, unknown>)
    .flatMap(([key, value]) => names(value, `${path}.${key}`, check))
    .sort();
}

Deno.test("both languages say the same things, and leave nothing empty", () => {
  const [korean, english] = locales.map((locale) =>
    names(copy(locale), "", (text, path) => ok(text.trim() !== "", `${locale} ${path}`))
  );
  const withoutLists = (all: string[] = []) => all.filter((name) => !/\.\d+(\.|$)/.test(name));
  deepEqual(withoutLists(korean), withoutLists(english));
});

Deno.test("every refusal is a sentence in every language", () => {
  for (const locale of locales) {
    for (const code of Object.keys(refusalStatus) as RefusalCode[]) {
      const { sentence, next } = refusalText(locale, { code });
      match(sentence, /[.?!]$/, code);
      ok(!/undefined|NaN/.test(sentence + next), code);
    }
  }
});

Deno.test("a refusal says its facts", () => {
  const facts: [Refusal, RegExp][] = [
    [{ code: "NOT_ENOUGH_STOCK", available: 3 }, /3/],
    [{ code: "HOLD_LIMIT", limit: 10 }, /10/],
    [{ code: "RATE_LIMITED", retryAfterMs: 4200 }, /5/],
    [{ code: "SLOW_MODE", retryAfterMs: 120_000 }, /2/],
  ];
  for (const locale of locales) {
    for (const [refusal, fact] of facts) {
      match(refusalText(locale, refusal).sentence, fact, refusal.code);
    }
    notEqual(
      refusalText(locale, { code: "ORDER_STATE", state: "paid" }).sentence,
      refusalText(locale, { code: "ORDER_STATE", state: "shipped" }).sentence,
    );
  }
});

Deno.test("a rule says its bounds, a code its sentence, and an unknown rule something", () => {
  equal(ruleText("en", { rule: "tooLong:100" }), "At most 100 characters.");
  equal(ruleText("en", { rule: "outOfRange:1:99" }), "Between 1 and 99.");
  equal(ruleText("en", { rule: "SOLD_OUT" }), "This is sold out.");
  equal(ruleText("en", { rule: "constructor" }), "This is not right.");
});

Deno.test("a fault finds its input, also when the request nests it", () => {
  const refusal: Refusal = {
    code: "INVALID",
    fields: [{ field: "address.postalCode", rule: "zip" }],
  };
  ok(faultText("en", refusal, "postalCode"));
  equal(faultText("en", refusal, "address"), undefined);
  equal(faultText("en", undefined, "postalCode"), undefined);
});
