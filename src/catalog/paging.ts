import { page_number_max, page_size_default } from "../limits.ts";

/** A page of a list, and how much there is of it. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** @param size items a page */
export function paged<Item>(
  items: readonly Item[],
  total: number,
  page: number,
  size: number = page_size_default,
): Paged<Item> {
  return { items, page, pages: Math.ceil(total / size), total };
}

/** The page that an address asks for; what is no page number leads to the first. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, page_number_max) : 1;
}
