import * as z from "zod";
import type { VariantWish } from "../../catalog/create_product.ts";
import { plainText } from "../../http/plain_text.ts";
import {
  bulk_products_max,
  colours_per_product,
  description_characters_max,
  name_characters_max,
  option_characters_max,
  pictures_per_product,
  sizes_per_product,
  variants_per_product,
} from "../../limits.ts";
import {
  ChosenId,
  Delta,
  line,
  Price,
  prose,
  Stock,
  Ticked,
  typedWhole,
  whole,
  word,
} from "../fields.ts";
import { typedMoment } from "../moments.ts";
import { typedMoney } from "../money.ts";

export const Name = word(name_characters_max);
export const Description = prose(description_characters_max);
export const Option = line(option_characters_max);
export const HoldMinutes = whole(1, 1440);

/** The forms of a product, for the zone and the currency of a shop. */
export function productForms(zone: string, currency: "USD" | "KRW") {
  const orNone = <Schema extends z.ZodType>(schema: Schema) =>
    schema.optional().transform((value) => value ?? null);
  const details = {
    name: Name,
    description: Description.default(""),
    showId: ChosenId,
    originalPrice: orNone(typedMoney(currency, Price)),
    newBadge: Ticked,
    inStore: Ticked,
    visibleFrom: orNone(typedMoment(zone)),
    visibleUntil: orNone(typedMoment(zone)),
    holdMinutes: orNone(typedWhole(HoldMinutes)),
  };
  const options = {
    colours: optionList(colours_per_product),
    sizes: optionList(sizes_per_product),
    price: typedMoney(currency, Price),
    stock: typedWhole(Stock),
  };
  return {
    making: z.strictObject({ ...details, ...options })
      .superRefine(endsAfterItBegins).superRefine(notTooMany),
    change: z.strictObject(details).superRefine(endsAfterItBegins),
    options: z.strictObject(options).superRefine(notTooMany),
    variant: z.strictObject({
      colour: Option.default(""),
      size: Option.default(""),
      label: Option.default(""),
      price: typedMoney(currency, Price),
      hidden: Ticked,
    }),
  };
}

export const StockForm = z.strictObject({
  delta: typedWhole(Delta),
  reason: line(name_characters_max).default(""),
});

export const PicturesForm = z.strictObject({
  pictures: z.array(z.instanceof(File, { error: "picture" })).min(1, "required")
    .max(pictures_per_product),
});

export const PictureMoveForm = z.strictObject({ to: z.enum(["earlier", "later", "away"]) });

export const BulkForm = z.strictObject({
  act: z.enum(["soldOut", "available", "delete"]),
  ids: z.array(z.uuid()).min(1, "required").max(bulk_products_max),
  from: z.string().optional(),
});

interface Options {
  readonly colours: readonly string[];
  readonly sizes: readonly string[];
  readonly price: number;
  readonly stock: number;
}

/** Every colour in every size; a single option where there are neither. */
export function everyOption({ colours, sizes, price, stock }: Options): VariantWish[] {
  return orOne(colours).flatMap((colour) =>
    orOne(sizes).map((size) => ({ colour, size, label: "", price, stock }))
  );
}

function orOne(names: readonly string[]) {
  return names.length > 0 ? names : [""];
}

/** Names with commas between them, each once. */
function optionList(most: number) {
  return z.string().default("").transform((typed) =>
    typed.split(/[,，、\n]/).map(plainText).filter((name) => name !== "")
  ).pipe(
    z.array(z.string().max(option_characters_max)).max(most)
      .refine((names) => new Set(names).size === names.length, "repeated"),
  );
}

function notTooMany({ colours, sizes }: Options, context: z.RefinementCtx) {
  if (orOne(colours).length * orOne(sizes).length <= variants_per_product) return;
  context.addIssue({
    code: "custom",
    path: ["sizes"],
    message: `tooMany:${variants_per_product}`,
  });
}

interface Visibility {
  readonly visibleFrom?: string | null;
  readonly visibleUntil?: string | null;
}

export function endsAfterItBegins(
  { visibleFrom, visibleUntil }: Visibility,
  context: z.RefinementCtx,
) {
  if (!visibleFrom || !visibleUntil || visibleFrom < visibleUntil) return;
  context.addIssue({ code: "custom", path: ["visibleUntil"], message: "order" });
}
