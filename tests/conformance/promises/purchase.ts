import { deepEqual, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { checkoutForm, orderBody } from "../../support/checkout.ts";
import { Person } from "../../support/person.ts";
import { unitsOf } from "../market.ts";
import type { Promised } from "../promise.ts";

interface Placed {
  readonly orders: { readonly number: string; readonly state: string; readonly total: number }[];
}

export const purchase: Promised = {
  says: "a purchase over the API: held, ordered, claimed, confirmed",
  async keep(market) {
    const { origin, seller, makeShow, makeProduct } = market;
    const { id: productId, variants } = await makeProduct(await makeShow());
    const mina = await Person.signedIn(origin, { name: "Mina" });
    const wish = { variantId: variants[0]!.id, quantity: 2 };
    const key = uuidv7();
    const [held, again] = [
      await mina.post("/api/holds", wish, key),
      await mina.post("/api/holds", wish, key),
    ];
    deepEqual([held.status, held.body.state], [201, "held"]);
    deepEqual(again.body, held.body, "the same request is the same hold");
    equal((await mina.post("/api/holds", { ...wish, quantity: 3 }, key)).status, 422);
    deepEqual(await unitsOf(market, productId), { available: 18, held: 2, sold: 0 });

    const order = { ...orderBody, holdIds: [held.body.id] };
    const orderKey = uuidv7();
    const placed = await Promise.all(
      Array.from({ length: 4 }, () => mina.post<Placed>("/api/orders", order, orderKey)),
    );
    const numbers = new Set(placed.map(({ body }) => body.orders?.[0]?.number));
    const [number] = numbers;
    deepEqual([placed[0]!.status, numbers.size], [201, 1], JSON.stringify(placed[0]!.body));
    equal((await mina.get(`/api/orders/${number}`)).body.state, "awaiting_payment");

    const claim = await mina.post(`/api/orders/${number}/payment-claims`, { method: "bank" });
    equal(claim.status, 201, JSON.stringify(claim.body));
    const paid = await seller.post(`/api/desk/orders/${number}/payment`, { method: "bank" });
    deepEqual([paid.status, paid.body.state], [200, "paid"]);
    equal((await mina.get(`/api/orders/${number}`)).body.state, "paid");
    const twice = await seller.post(`/api/desk/orders/${number}/payment`, { method: "bank" });
    deepEqual([twice.status, twice.body.code], [409, "ORDER_STATE"]);
    deepEqual(await unitsOf(market, productId), { available: 18, held: 0, sold: 2 });
  },
};

export const purchaseByForms: Promised = {
  says: "the same by forms alone, without a script",
  async keep(market) {
    const { origin, seller, makeShow, makeProduct } = market;
    const { id: productId, variants } = await makeProduct(await makeShow());
    const june = await Person.signedIn(origin, { name: "June" });
    const from = `/products/${productId}`;
    const form = { variantId: variants[0]!.id, quantity: "3", from };
    await led(june, "/holds", form, from);
    const cart = await june.get<string>("/checkout");
    const holdIds = [...cart.body.matchAll(/name="holdIds" value="([^"]+)"/g)].map(([, id]) => id!);
    const place = await led(june, "/orders", { ...checkoutForm, holdIds }, /^\/orders\/ORD-/);
    await led(june, `${place}/payment-claims`, { method: "bank", note: "sent" }, place);
    await led(seller, `/desk${place}/payment`, { method: "bank" }, `/desk${place}?done=paid`);
    equal((await june.get(`/api${place}`)).body.state, "paid");
    equal((await june.get(`${place}/receipt`)).status, 200);
    deepEqual(await unitsOf(market, productId), { available: 17, held: 0, sold: 3 });
  },
};

/** Sends a form that is taken. @returns where it leads */
async function led(
  by: Person,
  path: string,
  fields: Record<string, string | string[]>,
  to: string | RegExp,
): Promise<string> {
  const { status, headers, body } = await by.submit(path, fields);
  equal(status, 303, `${path}: ${body.slice(0, 1000)}`);
  const place = headers.get("location")!;
  if (typeof to === "string") equal(place, to);
  else match(place, to);
  return place;
}
