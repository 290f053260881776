import { deepEqual } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { placeOrders } from "../../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../../src/orders/step.ts";
import type { Database } from "../../../src/platform.ts";
import { change, changeStock, hold, lapse, serveLines } from "../../../src/stock/mod.ts";
import { cancelOverdue, deliverOld, remind } from "../../../src/orders/due.ts";
import { setSale } from "../../../src/stock/set_sale.ts";
import { onPostgres } from "../../support/databases.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { purchase, wish } from "../../support/wishes.ts";

const blocks_max = 1_000;

onPostgres(
  "plans made while the shop was empty read no more of it when it is full",
  async ({ database }) => {
    await database.script("vacuum (analyze)");
    const scene = await setScene(database, { stock: [99, 0], shoppers: 40, unitsPerShopper: 99 });
    await database.script("vacuum (analyze)");
    await everyVerb(database, scene);
    await fill(database, scene);

    const read: string[] = [];
    await everyVerb(
      counting(database, (text, blocks) => {
        if (blocks > blocks_max) read.push(`${blocks} blocks: ${text}`);
      }),
      scene,
    );
    deepEqual(read, []);
  },
  { connections_max: 1 },
);

let turn = 0;

async function everyVerb(database: Database, scene: Scene) {
  const { variantIds, shopperIds, productId, ownerId, sellerId } = scene;
  const [cap = "", gone = ""] = variantIds;
  const [kim = "", lee = "", pak = ""] = shopperIds.slice(4 * turn++);
  const line = wish(kim, cap, { quantity: 2 });
  const other = wish(lee, cap, { quantity: 1 });
  await hold(database, [line, other]);
  await hold(database, [wish(kim, cap, { quantity: 1 }), wish(pak, gone, { waitlist: true })]);
  await change(database, [
    { personId: kim, requestId: uuidv7(), holdId: line.holdId, quantity: 5 },
    { personId: lee, requestId: uuidv7(), holdId: other.holdId, quantity: 0 },
  ]);
  await changeStock(database, [{
    personId: ownerId,
    sellerId,
    variantId: gone,
    requestId: uuidv7(),
    id: uuidv7(),
    delta: 1,
    reason: "",
  }]);
  await lapse(database);
  await serveLines(database);

  const [placed] = await placeOrders(database, [purchase(kim, [line.holdId])]);
  const { number, id } = (placed as { orders: { number: string; id: string }[] }).orders[0]!;
  const [row] = await database.query<{ id: string }>(
    "select id from order_lines where order_id = $1",
    [id],
  );
  const units = (quantity: number) => [{ id: row!.id, quantity }];
  const steps: Step[] = [
    { step: "removal", lines: units(4) },
    { step: "payment", method: "bank" },
    { step: "refund", id: uuidv7(), reason: "", lines: units(1) },
    { step: "shipment", carrier: "CJ", tracking: "1" },
    { step: "refund", id: uuidv7(), reason: "" },
    { step: "cancellation" },
  ];
  for (const step of steps) {
    await stepOrders(database, [
      { ...step, personId: ownerId, sellerId, number, requestId: uuidv7() },
    ]);
  }
  for (const onSale of [false, true]) {
    const sale = { personId: ownerId, sellerId, productIds: [productId], onSale };
    await setSale(database, { ...sale, requestId: uuidv7() });
  }
  for (const sweep of [cancelOverdue, remind, deliverOld]) await sweep(database);
}

/** Much of everything that a statement could lose its way in. */
async function fill(database: Database, { variantIds, sellerId, showId, productId }: Scene) {
  await database.script(`
    insert into people (id, email, display_name)
      select gen_random_uuid(), n || '@full', 'n' from generate_series(1, 10000) n;
    insert into sellers (id, person_id, name)
      select gen_random_uuid(), id, 's' from people where email like '%@full' limit 3000;
    insert into shows (id, seller_id, title, starts_at)
      select gen_random_uuid(), id, 't', now() from sellers;
    insert into products (id, seller_id, name)
      select gen_random_uuid(), '${sellerId}', 'p' from generate_series(1, 3000) n;
    insert into variants (id, product_id, price, stock, available)
      select gen_random_uuid(), id, 1, 0, 0 from products where id <> '${productId}';
    insert into holds (id, shopper_id, variant_id, quantity, state, unit_price, expires_at, ended_at)
      select gen_random_uuid(), p.id, v.id, 1, s, 1, now() + interval '1 day',
        case when s = 'ordered' then now() end
      from people p cross join unnest('{held,ordered}'::text[]) s
      cross join (values ('${variantIds[0]}'::uuid)) v (id)
      where p.email like '%@full';
    update variants set held = held + 10000, stock = stock + 10000 where id = '${variantIds[0]}';
    insert into holds (id, shopper_id, variant_id, quantity, state)
      select gen_random_uuid(), id, '${
    variantIds[1]
  }', 50, 'waiting' from people where email like '%@full' limit 3000;
    insert into requests (person_id, id, fingerprint, answer)
      select id, gen_random_uuid(), '', '{}' from people;
    insert into orders (id, number, seller_id, shopper_id, currency, goods, shipping,
        depositor_name, country, due_at, state, paid_at)
      select gen_random_uuid(), n, '${sellerId}', (select id from people order by id limit 1), 'USD',
        1, 1, 'n', 'KR', now() + interval '1 day', case when n % 2 = 0 then 'paid' else
        'awaiting_payment' end, case when n % 2 = 0 then now() end
      from generate_series(1, 10000) n;
    insert into order_lines (order_id, variant_id, product_id, show_id, name, unit_price, quantity)
      select id, '${variantIds[0]}', '${productId}', '${showId}', 'n', 1, 1 from orders`);
}

/** Tells how many blocks each statement reads, by what the server says of it. */
function counting(database: Database, tell: (text: string, blocks: number) => void): Database {
  return {
    ...database,
    async query<Row>(...[text, parameters, options]: Parameters<Database["query"]>) {
      if (!/from \w+\(|select \w+\(/.test(text)) {
        return await database.query<Row>(text, parameters, options);
      }
      // The plan takes the place of the answers, which are then remembered ones.
      const [row] = await database.query<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
        `explain (analyze, buffers, format json) ${text}`,
        parameters,
      );
      const plan = row!["QUERY PLAN"][0].Plan;
      tell(text, plan["Shared Hit Blocks"]! + plan["Shared Read Blocks"]!);
      return await database.query<Row>(text, parameters, options);
    },
  };
}
