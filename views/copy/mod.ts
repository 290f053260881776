import type { FieldFault, Refusal } from "../../src/errors.ts";
import type { Locale } from "../kit/view.ts";
import { type Copy, en } from "./en.ts";
import { ko } from "./ko.ts";

export type { Copy };

export const locales: readonly Locale[] = ["ko", "en"];

export function copy(locale: Locale): Copy {
  return locale === "ko" ? ko : en;
}

export function otherLocale(locale: Locale): Locale {
  return locale === "ko" ? "en" : "ko";
}

export interface RefusalText {
  /** What happened, one sentence. */
  readonly sentence: string;
  /** What to do now; empty when the sentence says it all. */
  readonly next: string;
}

/** A refusal as a person reads it: the same in pages, fragments, the API and the room. */
export function refusalText(locale: Locale, refusal: Refusal): RefusalText {
  const [sentence, next] = copy(locale).refusals[refusal.code](refusal);
  return { sentence, next };
}

/** What is wrong with one input, wherever the request nests it; `undefined` when nothing is. */
export function faultText(
  locale: Locale,
  refusal: Refusal | undefined,
  field: string,
): string | undefined {
  if (!refusal) return undefined;
  const fault = refusal.fields?.find((one) => one.field.split(".").at(-1) === field);
  if (fault) return ruleText(locale, fault);
  return refusal.field === field ? refusalText(locale, refusal).sentence : undefined;
}

/**
 * The rule that an input broke. A rule may carry the bounds that it names after colons:
 * `"tooLong:100"`, `"outOfRange:1:99"`.
 */
export function ruleText(locale: Locale, { rule }: Pick<FieldFault, "rule">): string {
  const [name = "", ...bounds] = rule.split(":");
  const { rules, refusals } = copy(locale);
  if (Object.hasOwn(rules, name)) return rules[name as keyof typeof rules](...bounds);
  if (Object.hasOwn(refusals, name)) {
    const code = name as keyof typeof refusals;
    return refusals[code]({ code })[0];
  }
  return rules.invalid();
}
