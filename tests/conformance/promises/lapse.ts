import { deepEqual, equal } from "node:assert/strict";
import { callBackWith } from "../../support/callback.ts";
import type { Person } from "../../support/person.ts";
import { unitsOf } from "../market.ts";
import type { Promised } from "../promise.ts";

/** A hold lasts a minute; the callback comes within seconds of its end, the sweep within a minute. */
const patience_ms = 150_000;
const look_again_ms = 200;

interface Cart {
  readonly sellers: { readonly lines: { readonly quantity: number }[] }[];
  readonly waiting: { readonly position: number }[];
  readonly lapsed: unknown[];
}

export const lapse: Promised = {
  says: "a callback ends a hold, and gives its units to those who waited, once",
  async keep(market) {
    const { productId, variantId, holder, waiting } = await market.line;
    // Nothing is asked for but what is read: whatever happens, a callback does.
    await comesTrue(async () => (await held(waiting[0]!)) === 2);
    deepEqual(await Promise.all(waiting.map(held)), [2, 2, 0], "in order of arrival");
    equal(await held(holder), 0);
    deepEqual(await unitsOf(market, productId), { available: 0, held: 4, sold: 0 });
    const { body } = await waiting[2]!.get<Cart>("/api/cart");
    deepEqual(body.waiting.map(({ position }) => position), [1]);

    const again = Array.from({ length: 20 }, () => callBackWith(market.shop.called, "lapse"));
    deepEqual(new Set(await Promise.all(again)), new Set([204]));
    deepEqual(await Promise.all(waiting.map(held)), [2, 2, 0], "whoever calls it how often");
    deepEqual(await unitsOf(market, productId), { available: 0, held: 4, sold: 0 });
    const late = await holder.post("/api/holds", { variantId, quantity: 1 });
    equal(late.body.code, "SOLD_OUT");
  },
};

async function held(person: Person): Promise<number> {
  const { body } = await person.get<Cart>("/api/cart");
  return body.sellers.flatMap(({ lines }) => lines).reduce((sum, one) => sum + one.quantity, 0);
}

async function comesTrue(so: () => Promise<boolean>) {
  const giveUp = Date.now() + patience_ms;
  while (!await so()) {
    if (Date.now() > giveUp) throw new Error("nobody was promoted");
    await new Promise((rested) => setTimeout(rested, look_again_ms));
  }
}
