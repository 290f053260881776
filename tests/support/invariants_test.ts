import { deepEqual, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { placeOrders } from "../../src/orders/place_order.ts";
import { stepOrders } from "../../src/orders/step.ts";
import type { Database } from "../../src/platform.ts";
import { hold } from "../../src/stock/mod.ts";
import { eachDatabase } from "./databases.ts";
import { broken, invariants } from "./invariants.ts";
import { freshPglite } from "./pglite.ts";
import { setScene } from "./scene.ts";

/** A variant of five units: two in a paid order, two held, one free, and one who waits for nine. */
async function busyShop(database: Database): Promise<void> {
  const { variantIds, shopperIds, sellerId, ownerId } = await setScene(database, {
    stock: [5],
    shoppers: 3,
  });
  const ask = (n: number, quantity: number) => ({
    personId: shopperIds[n]!,
    requestId: uuidv7(),
    holdId: uuidv7(),
    variantId: variantIds[0]!,
    quantity,
    waitlist: true,
  });
  const buyer = ask(0, 2);
  await hold(database, [buyer, ask(1, 2), ask(2, 9)]);
  const [placed] = await placeOrders(database, [{
    personId: buyer.personId,
    requestId: uuidv7(),
    holdIds: [buyer.holdId],
    orderIds: [uuidv7()],
    addressId: uuidv7(),
    address: "sealed",
    country: "KR",
    region: "",
    depositorName: "Kim",
    zone: "Asia/Seoul",
  }]);
  if (!placed || placed.refusal) throw new Error("not placed");
  await stepOrders(database, [{
    personId: ownerId,
    requestId: uuidv7(),
    number: placed.orders[0]!.number,
    sellerId,
    step: "payment",
    method: "bank",
  }]);
}

// Each breaks one sentence, with the constraint that forbids it taken away.
const sabotage: readonly (readonly [sentence: RegExp, script: string])[] = [
  [
    /^A variant's stock is what/,
    "alter table variants drop constraint variants_add_up; update variants set available = 2",
  ],
  [
    /^No figure is negative/,
    `alter table variants drop constraint variants_available_check;
     update variants set available = -1, stock = 3`,
  ],
  [/^The units held/, "update variants set held = held - 1, available = available + 1"],
  [/^The units sold/, "update variants set sold = sold - 1, available = available + 1"],
  [/^A hold is of a variant and a shopper/, "update holds set shopper_id = gen_random_uuid()"],
  [
    /^A hold is over when/,
    "alter table holds drop constraint holds_end_once; update holds set ended_at = now()",
  ],
  [
    /^A hold that has its units/,
    `alter table holds drop constraint holds_have_a_deadline;
     update holds set expires_at = null where state = 'held'`,
  ],
  [
    /^A shopper has at most one live hold/,
    `drop index holds_one_line; insert into holds (id, shopper_id, variant_id, quantity, state)
     select gen_random_uuid(), shopper_id, variant_id, 9, 'waiting' from holds where state = 'held'`,
  ],
  [/^A hold is ordered once/, "update holds set state = 'lapsed' where state = 'ordered'"],
  [
    /^What happens once/,
    "insert into outbox (topic, subject, body) select topic, subject, body from outbox where topic = 'order.paid'",
  ],
  [
    /^Whoever lapsed is told/,
    "insert into outbox (topic, subject, body) select 'hold.lapsed', id, '{}' from holds where state = 'held'",
  ],
  [
    /^Nobody waits for units that are free/,
    "update holds set quantity = 1 where state = 'waiting'",
  ],
  [
    /^The line is served in order/,
    `insert into holds (id, shopper_id, variant_id, quantity, state, unit_price, expires_at)
     select gen_random_uuid(), shopper_id, variant_id, 9, 'held', 1000, now()
     from holds where state = 'ordered';
     insert into outbox (topic, subject, body) select 'hold.promoted', id, '{"quantity": 9}'
     from holds where state = 'held' and quantity = 9`,
  ],
  [/^An order has lines/, "delete from order_lines"],
  [/^An order's goods are its lines/, "update order_lines set unit_price = 999"],
  [/^An order is paid once/, "update payments set amount = amount - 1"],
  [/^What was given back/, "update orders set refunded = 1"],
  [/^A refunded order has nothing left/, "update orders set state = 'refunded'"],
  [/^An order's number is not below/, "update order_days set last = 0"],
  [
    /^A parcel left/,
    "insert into parcels (order_id, carrier, tracking) select id, 'CJ', '1' from orders",
  ],
];

eachDatabase("a shop that is well breaks no invariant, also while it is busy", async (database) => {
  deepEqual(await broken(database), []);
  await busyShop(database);
  deepEqual(await broken(database), []);
});

Deno.test("every invariant notices when it is broken", async () => {
  equal(sabotage.length, invariants.length);
  const database = await freshPglite();
  await busyShop(database);
  for (const [i, { sentence }] of invariants.entries()) {
    const [expected, script] = sabotage[i]!;
    match(sentence, expected);
    await database.script(`begin; ${script};`);
    const found = await broken(database);
    await database.script("rollback");
    equal(found.some((fault) => fault.startsWith(sentence)), true, sentence);
  }
  await database.close();
});
