import * as z from "zod";
import { page_number_max, page_size_default } from "../limits.ts";

/** A page of a list, and how much there is of it. */
export interface Paged<Item> {
  readonly items: Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** @param size items a page */
export function paged<Item>(
  items: Item[],
  total: number,
  page: number,
  size: number = page_size_default,
): Paged<Item> {
  return { items, page, pages: Math.ceil(total / size), total };
}

/** A list of the API, as OpenAPI describes it. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    page: z.int().meta({ description: "From 1" }),
    pages: z.int(),
    total: z.int(),
  });
}

/** The page that somebody asks for, in the query of an API request. */
export const PageNumber = z.coerce.number<string>()
  .pipe(
    z.int().min(1, `outOfRange:1:${page_number_max}`)
      .max(page_number_max, `outOfRange:1:${page_number_max}`),
  )
  .default(1)
  .meta({ type: "integer", minimum: 1, maximum: page_number_max });

/** The page that the address of a page asks for; what is no page number leads to the first. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, page_number_max) : 1;
}
