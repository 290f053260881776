import * as z from "zod";
import { plainText } from "../http/plain_text.ts";
import { price_minor_units_max, stock_units_max } from "../limits.ts";

/** What the forms and the API of the desk have in common: text, amounts, units. */

/** Text on one line, at most so many characters. */
export function line(most: number) {
  return z.string().transform(plainText).pipe(z.string().max(most)).meta({
    type: "string",
    maxLength: most,
  });
}

/** The same, which must say something. */
export function word(most: number) {
  return z.string().transform(plainText).pipe(z.string().min(1, "required").max(most)).meta({
    type: "string",
    minLength: 1,
    maxLength: most,
  });
}

/** Text of several lines, at most so many characters. */
export function prose(most: number) {
  return z.string().transform(lines).pipe(z.string().max(most)).meta({
    type: "string",
    maxLength: most,
  });
}

function lines(text: string) {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]+/gu, " ").trim()
    .normalize("NFC");
}

/** A moment as JSON tells it, of this millennium; answers it in UTC. */
export const Moment = z.iso.datetime({ offset: true, error: "date" })
  .refine((moment) => /^2\d{3}-/.test(moment), "date")
  .transform((moment) => new Date(moment).toISOString())
  .meta({ type: "string", format: "date-time" });

/** A whole number between bounds, both included. */
export function whole(least: number, most: number) {
  const rule = `outOfRange:${least}:${most}`;
  return z.int().min(least, rule).max(most, rule);
}

/** Minor units of something that is sold. */
export const Price = whole(1, price_minor_units_max);

/** Minor units of a bound, which may be nothing. */
export const Amount = whole(0, price_minor_units_max);

/** Units to begin with. */
export const Stock = whole(0, stock_units_max);

/** Units more, or fewer when negative. */
export const Delta = whole(-stock_units_max, stock_units_max).refine((delta) => delta !== 0, {
  message: "invalid",
});

/** A whole number as it is typed. */
export function typedWhole<Schema extends z.ZodType<number, number>>(schema: Schema) {
  return z.string().regex(/^[+-]?\d+$/, "wholeNumber").transform(Number).pipe(schema);
}

/** A box to tick, as it is sent. */
export const Ticked = z.literal("true").optional().transform((ticked) => ticked !== undefined);

/** A choice that may be left out: nothing typed means none. */
export const ChosenId = z.uuid().optional().transform((id) => id ?? null);
