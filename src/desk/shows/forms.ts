import * as z from "zod";
import {
  description_characters_max,
  name_characters_max,
  note_characters_max,
  show_start_grace_minutes,
} from "../../limits.ts";
import { Amount, Moment, prose, word } from "../fields.ts";
import { typedMoment } from "../moments.ts";
import { typedMoney } from "../money.ts";

export const freeShippingModes = ["never", "always", "threshold"] as const;
export const free_shipping_from_default = 15_000;

const FreeShipping = z.enum(freeShippingModes);
const Title = word(name_characters_max);
const Description = prose(description_characters_max);
const Notice = prose(note_characters_max);

/** Whether a show can still be planned for then. A start that is just past means now. */
export function isAhead(startsAt: string, now: number) {
  return Date.parse(startsAt) >= now - show_start_grace_minutes * 60_000;
}

/** The forms of a show, for the zone and the currency of a shop. */
export function showForms(zone: string, currency: "USD" | "KRW", now: number) {
  const NewStart = typedMoment(zone).refine((startsAt) => isAhead(startsAt, now), "past");
  const details = {
    title: Title,
    description: Description.default(""),
    freeShipping: FreeShipping,
    freeShippingFrom: typedMoney(currency, Amount).optional(),
    notice: Notice.default(""),
  };
  return {
    making: z.strictObject({ ...details, startsAt: NewStart }),
    /** Without a start where it can no longer move. */
    change: z.strictObject({ ...details, startsAt: typedMoment(zone).optional() }),
  };
}

/** A show as the API takes it. Whether its start is ahead is for `isAhead` to say. */
export const ShowBody = z.strictObject({
  title: Title,
  startsAt: Moment,
  description: Description.default(""),
  freeShipping: FreeShipping.default("threshold"),
  freeShippingFrom: Amount.default(free_shipping_from_default)
    .meta({ description: "Minor units; counts where there is a threshold" }),
  notice: Notice.default(""),
});

export const ShowChangeBody = z.strictObject({
  title: Title.optional(),
  startsAt: Moment.optional(),
  description: Description.optional(),
  freeShipping: FreeShipping.optional(),
  freeShippingFrom: Amount.optional(),
  notice: Notice.optional(),
  featuredProductId: z.uuid().nullable().optional(),
});

export const FeaturedForm = z.strictObject({
  productId: z.uuid().optional(),
  /** The page that the form stands on, where it is not the show's own. */
  from: z.literal("air").optional(),
});
export const AddedForm = z.strictObject({ productId: z.uuid() });
export const OrderForm = z.strictObject({ productId: z.uuid(), to: z.enum(["up", "down"]) });
export const PictureForm = z.strictObject({ picture: z.instanceof(File, { error: "required" }) });
