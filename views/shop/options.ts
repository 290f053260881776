import { copy } from "../copy/mod.ts";
import { few } from "../kit/stock.tsx";
import type { Money, View } from "../kit/view.ts";
import type { ProductOffer, VariantOffer } from "./types.ts";

type Named = Pick<VariantOffer, "colour" | "size" | "label">;

/** How a variant is called: `"Beige / M"`; empty for a product without options. */
export function optionText({ colour, size, label }: Named): string {
  return [colour, size, label].filter(Boolean).join(" / ");
}

/** The same with what is left of it, where that matters. */
export function optionWithStock(view: View, variant: VariantOffer, text: string): string {
  const t = copy(view.locale).product;
  if (variant.available < 1) return t.soldOutOption(text);
  return variant.available <= few ? t.leftOption(text, variant.available) : text;
}

export interface Colour {
  readonly name: string;
  readonly variants: readonly VariantOffer[];
}

/** Variants by colour, in the order in which the colours appear. */
export function byColour(variants: readonly VariantOffer[]): Colour[] {
  return [...Map.groupBy(variants, ({ colour }) => colour)]
    .map(([name, of]) => ({ name, variants: of }));
}

export interface Asking {
  /** The lowest price of the options. */
  readonly money: Money;
  readonly before: Money | null;
  /** The options differ in price. */
  readonly from: boolean;
  readonly available: number;
}

/** What a product asks, over all its options. */
export function asking({ variants, currency, originalPrice }: ProductOffer): Asking {
  const prices = variants.map(({ price }) => price);
  const lowest = Math.min(...prices);
  return {
    money: { amount: prices.length > 0 ? lowest : 0, currency },
    before: originalPrice ? { amount: originalPrice, currency } : null,
    from: prices.some((price) => price !== lowest),
    available: variants.reduce((sum, { available }) => sum + available, 0),
  };
}
