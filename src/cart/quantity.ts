import * as z from "zod";
import { hold_quantity_range } from "../limits.ts";

const [least, most] = hold_quantity_range;
const rule = `outOfRange:${least}:${most}`;

/** Units of a line. What one shopper may hold of a variant is up to its seller, and judged later. */
export const Quantity = z.int().min(least, rule).max(most, rule);

/** The same as a form sends it. */
export const TypedQuantity = z.string().regex(/^[+-]?\d+$/, "wholeNumber").transform(Number)
  .pipe(Quantity);
