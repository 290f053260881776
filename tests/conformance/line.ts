import { equal } from "node:assert/strict";
import { Person } from "../support/person.ts";
import type { Market } from "./market.ts";

/** The shortest that a shop holds anything for. */
const hold_minutes = 1;

/** Somebody holds all there is, and others wait for it, in order. */
export interface Line {
  readonly productId: string;
  readonly variantId: string;
  readonly holder: Person;
  readonly waiting: readonly Person[];
}

export async function standInLine(
  { origin, makeShow, makeProduct }: Pick<Market, "origin" | "makeShow" | "makeProduct">,
): Promise<Line> {
  const product = await makeProduct(await makeShow(), {
    holdMinutes: hold_minutes,
    variants: [{ price: 1000, stock: 4 }],
  });
  const variantId = product.variants[0]!.id;
  const [holder, ...waiting] = await Promise.all(
    Array.from({ length: 4 }, () => Person.signedIn(origin)),
  );
  const held = await holder!.post("/api/holds", { variantId, quantity: 4 });
  equal(held.body.state, "held");
  for (const person of waiting) {
    const wait = await person.post("/api/holds", { variantId, quantity: 2, waitlist: true });
    equal(wait.body.state, "waiting", JSON.stringify(wait.body));
  }
  return { productId: product.id, variantId, holder: holder!, waiting };
}
