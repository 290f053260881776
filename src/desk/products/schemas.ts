import * as z from "zod";
import { colours_per_product, sizes_per_product, variants_per_product } from "../../limits.ts";
import { Moment, Price, Stock } from "../fields.ts";
import { Description, endsAfterItBegins, HoldMinutes, Name, Option } from "./forms.ts";

/** Products as the desk's API takes and tells them. Amounts are minor units. */

const VariantWish = z.strictObject({
  colour: Option.default(""),
  size: Option.default(""),
  label: Option.default(""),
  price: Price,
  stock: Stock,
});

const MomentOrNone = Moment.nullable().meta({ type: ["string", "null"], format: "date-time" });

const described = {
  showId: z.uuid().nullable(),
  description: Description,
  originalPrice: Price.nullable(),
  newBadge: z.boolean(),
  inStore: z.boolean(),
  visibleFrom: MomentOrNone,
  visibleUntil: MomentOrNone,
  holdMinutes: HoldMinutes.nullable(),
};

export const ProductBody = z.strictObject({
  name: Name,
  showId: described.showId.default(null),
  description: described.description.default(""),
  originalPrice: described.originalPrice.default(null),
  newBadge: described.newBadge.default(false),
  inStore: described.inStore.default(true),
  visibleFrom: described.visibleFrom.default(null),
  visibleUntil: described.visibleUntil.default(null),
  holdMinutes: described.holdMinutes.default(null),
  variants: z.array(VariantWish).min(1).max(variants_per_product)
    .superRefine(eachOnce).superRefine(fewOptions),
}).superRefine(endsAfterItBegins);

export const ProductChangeBody = z.strictObject({ name: Name, ...described }).partial()
  .superRefine(endsAfterItBegins);

export const VariantsBody = z.strictObject({
  variants: z.array(VariantWish).min(1).max(variants_per_product)
    .superRefine(eachOnce).superRefine(fewOptions),
});

export const VariantChangeBody = z.strictObject({
  price: Price.optional(),
  hidden: z.boolean().optional(),
  label: Option.optional(),
});

const Places = z.enum(["show", "store", "later", "over", "nowhere"])
  .meta({ description: "Where shoppers find it now" });
const setAside = z.int()
  .meta({ description: "Units taken off sale when it was marked sold out" });

export const Variant = z.object({
  id: z.uuid(),
  colour: z.string(),
  size: z.string(),
  label: z.string(),
  price: z.int(),
  hidden: z.boolean(),
  stock: z.int().meta({ description: "available + held + sold" }),
  available: z.int(),
  held: z.int(),
  sold: z.int(),
}).meta({ id: "DeskVariant" });

export const Product = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  showId: z.uuid().nullable(),
  originalPrice: z.int().nullable().meta({ description: "For display" }),
  newBadge: z.boolean(),
  inStore: z.boolean(),
  visibleFrom: z.iso.datetime().nullable(),
  visibleUntil: z.iso.datetime().nullable(),
  holdMinutes: z.int().nullable().meta({ description: "Null: as the shop has it" }),
  variants: z.array(Variant),
}).meta({ id: "DeskProduct" });

/** A product as reading it tells: with pictures, and who waits. */
export const ProductAtDesk = Product.extend({
  place: Places,
  pictures: z.array(
    z.object({ id: z.uuid(), src: z.string(), width: z.int(), height: z.int() }),
  ),
  variants: z.array(Variant.extend({
    waiting: z.int().meta({ description: "People in line" }),
    setAside,
  })),
}).meta({ id: "DeskProductDetail" });

export const ProductInList = z.object({
  id: z.uuid(),
  name: z.string(),
  showTitle: z.string().nullable(),
  price: z.int().nullable().meta({ description: "The lowest of its options" }),
  available: z.int(),
  held: z.int(),
  sold: z.int(),
  setAside,
  place: Places,
}).meta({ id: "DeskProductInList" });

type Variants = readonly z.output<typeof VariantWish>[];

/** A colour in a size can be there once; without options there is a single variant. */
function eachOnce(variants: Variants, context: z.RefinementCtx) {
  const seen = new Set<string>();
  for (const [at, { colour, size }] of variants.entries()) {
    const option = JSON.stringify([colour, size]);
    if (seen.has(option)) {
      context.addIssue({ code: "custom", path: [at, "colour"], message: "repeated" });
    }
    seen.add(option);
  }
}

function fewOptions(variants: Variants, context: z.RefinementCtx) {
  const most = { colour: colours_per_product, size: sizes_per_product };
  for (const name of ["colour", "size"] as const) {
    if (new Set(variants.map((variant) => variant[name])).size <= most[name]) continue;
    context.addIssue({ code: "custom", message: `tooMany:${most[name]}` });
  }
}
