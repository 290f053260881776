import type { Visit } from "../http/env.ts";

/** What somebody had chosen before they were asked to sign in, as it was typed. */
export type Wish = {
  readonly variantId: string;
  readonly quantity?: string;
};

/** The way back to a page with the wish in it. */
export function withWish(from: string, { variantId, quantity }: Partial<Wish>): string {
  if (!variantId) return from;
  const [path, query] = from.split("?");
  const search = new URLSearchParams(query);
  search.set("variantId", variantId);
  if (quantity) search.set("quantity", quantity);
  return `${path}?${search}`;
}

/** The wish that the address of a page brings back. */
export function wishIn(c: Visit): Wish | undefined {
  const { variantId, quantity } = c.req.query();
  return variantId ? { variantId, quantity } : undefined;
}
