import { deepEqual, equal, ok } from "node:assert/strict";
import { placeOrders } from "../../src/orders/place_order.ts";
import { hold, lapse } from "../../src/stock/mod.ts";
import { clients, rush } from "../support/rush.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { purchase, wish } from "../support/wishes.ts";
import { race } from "./race.ts";
import { withoutLocks } from "./unprotected.ts";

const people = 8;
const sellers = 4;

race("carts across sellers are ordered whole or not at all, each line once", {
  unprotect: withoutLocks,
  async run(database) {
    const scenes: Scene[] = [];
    for (let seller = 0; seller < sellers; seller++) {
      scenes.push(await setScene(database, { stock: [people], shoppers: people }));
    }
    const shoppers = scenes[0]!.shopperIds;
    const lines = shoppers.map((shopper) =>
      scenes.map(({ variantIds: [variant = ""] }) => wish(shopper, variant))
    );
    for (const line of lines.flat()) await hold(database, [line]);
    // One line of every cart is about to lapse.
    await database.query(
      "update holds set expires_at = now() + interval '20 ms' where variant_id = $1",
      [scenes[0]!.variantIds[0]],
    );

    const requests = Array.from({ length: clients }, (_, n) => {
      const cart = lines[n % people]!;
      const start = Math.floor(n / people);
      const size = 1 + (n + start) % sellers;
      return purchase(
        cart[0]!.personId,
        Array.from({ length: size }, (_, at) => cart[(start + at) % sellers]!.holdId),
      );
    });
    const outcomes = (await rush(database, (n) => placeOrders(database, [requests[n]!]))).flat();
    await lapse(database);

    const written = await database.query<{ address_id: string; lines: string[] }>(
      `select o.address_id, array_agg(l.hold_id::text) as lines
       from orders o join order_lines l on l.order_id = o.id group by o.address_id`,
    );
    const ordered = new Map(written.map(({ address_id, lines }) => [address_id, lines]));
    outcomes.forEach((outcome, n) => {
      const { addressId, holdIds } = requests[n]!;
      if (outcome.refusal) {
        equal(outcome.refusal.code, "HOLD_LAPSED");
        equal(ordered.has(addressId), false);
      } else {
        equal(outcome.orders.length, holdIds.length);
        deepEqual(ordered.get(addressId)?.sort(), [...holdIds].sort());
      }
    });
    const all = written.flatMap(({ lines }) => lines);
    equal(new Set(all).size, all.length);
    ok(written.length >= people);
  },
});
