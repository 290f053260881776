import fc from "fast-check";
import { sellers_of_variants, shoppers } from "./world.ts";

/** One thing that happens to the shop. Lines and orders are named by numbers, taken around. */
export type Verb =
  | { readonly verb: "hold"; readonly wishes: readonly Wish[] }
  | { readonly verb: "change"; readonly line: number; readonly by: number; readonly to: number }
  | { readonly verb: "place"; readonly by: number; readonly lines: readonly number[] }
  | { readonly verb: "cancel"; readonly order: number; readonly byBuyer: boolean }
  | { readonly verb: "pay" | "ship" | "refundAll"; readonly order: number }
  | {
    readonly verb: "refund" | "remove";
    readonly order: number;
    readonly line: number;
    readonly units: number;
  }
  | { readonly verb: "restock"; readonly variant: number; readonly delta: number }
  | { readonly verb: "price"; readonly variant: number; readonly price: number }
  | { readonly verb: "hide"; readonly variant: number; readonly hidden: boolean }
  | { readonly verb: "pass"; readonly minutes: number }
  | { readonly verb: "sweep"; readonly what: "lapse" | "serve" | "cancel" }
  | { readonly verb: "again" };

export interface Wish {
  readonly shopper: number;
  readonly variant: number;
  readonly quantity: number;
  readonly waitlist: boolean;
}

const upTo = (most: number) => fc.integer({ min: 0, max: most });
const any = upTo(11);
const variant = upTo(sellers_of_variants.length - 1);
const shopper = upTo(shoppers - 1);

const wish: fc.Arbitrary<Wish> = fc.record({
  shopper,
  variant,
  quantity: fc.constantFrom(1, 1, 2, 2, 3, 3, 4, 5, 0),
  waitlist: fc.boolean(),
});

// The clock stands still or jumps over every deadline of the world in turn.
const minutes = fc.constantFrom(1, 4, 6, 9, 15, 60, 12 * 60, 24 * 60);

function verb<Name extends string, Rest>(
  verb: Name,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): fc.Arbitrary<{ verb: Name } & Rest> {
  return fc.record(rest).map((some) => ({ verb, ...some }) as { verb: Name } & Rest);
}

const one: fc.Arbitrary<Verb> = fc.oneof(
  {
    weight: 8,
    arbitrary: verb("hold", { wishes: fc.array(wish, { minLength: 1, maxLength: 5 }) }),
  },
  {
    weight: 4,
    arbitrary: verb("change", { line: any, by: upTo(9), to: fc.integer({ min: -1, max: 5 }) }),
  },
  {
    weight: 5,
    arbitrary: verb("place", {
      by: upTo(9),
      lines: fc.uniqueArray(any, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: verb("cancel", { order: any, byBuyer: fc.boolean() }) },
  { weight: 2, arbitrary: verb("pay", { order: any }) },
  { weight: 1, arbitrary: verb("ship", { order: any }) },
  { weight: 1, arbitrary: verb("refundAll", { order: any }) },
  { weight: 2, arbitrary: verb("refund", { order: any, line: any, units: upTo(3) }) },
  { weight: 1, arbitrary: verb("remove", { order: any, line: any, units: upTo(3) }) },
  { weight: 2, arbitrary: verb("restock", { variant, delta: fc.integer({ min: -4, max: 4 }) }) },
  { weight: 1, arbitrary: verb("price", { variant, price: fc.integer({ min: 1, max: 6_000 }) }) },
  { weight: 1, arbitrary: verb("hide", { variant, hidden: fc.boolean() }) },
  { weight: 4, arbitrary: verb("pass", { minutes }) },
  { weight: 2, arbitrary: verb("sweep", { what: fc.constantFrom("lapse", "serve", "cancel") }) },
  { weight: 2, arbitrary: verb("again", {}) },
);

/** How many units the variants begin with, and all that happens then. */
export const stories = fc.record({
  stock: fc.tuple(...sellers_of_variants.map(() => upTo(6))),
  verbs: fc.array(one, { minLength: 1, maxLength: 40, size: "max" }),
});
