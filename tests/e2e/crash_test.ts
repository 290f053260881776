import { deepEqual, equal, notEqual, rejects } from "node:assert/strict";
import type { Database } from "../../src/platform.ts";
import { onEachKeeping } from "../support/keeping.ts";
import { type Json, Person } from "../support/person.ts";
import { again, Crowd, type Sent } from "../support/crowd.ts";
import { setScene } from "../support/scene.ts";
import { ShopProcess } from "../support/shop.ts";

const shoppers = 64;
/** How many successes the shop lives to tell, each time. */
const lives = [40, 160, 90];
// One of them runs out on the way: a refusal is an answer like any other.
const stock = [9000, 9000, 9000, 25];

onEachKeeping("a shop killed in a rush keeps what it acknowledged, once", async (keeping) => {
  const { shopperIds, variantIds } = await keeping.reach((database) =>
    setScene(database, { stock: lives.flatMap(() => stock), shoppers })
  );
  const crowd = new Crowd();
  await using shop = await ShopProcess.open(keeping.options);
  const people = await Promise.all(
    shopperIds.map((id) => Person.signedIn(shop.origin, { email: `${id}@example.com` })),
  );
  for (const [life, after] of lives.entries()) {
    const goods = variantIds.slice(life * stock.length, (life + 1) * stock.length);
    await crowd.run(people, goods, { after, happen: () => shop.kill() });
    await shop.start();
    notEqual(crowd.unanswered.length, 0, "the shop died while nobody waited for an answer");
    await Promise.all(crowd.unanswered.map(askTwice));
    await Promise.all(succeeded(crowd.sent).map(expectSame));
  }
  await shop.kill("SIGTERM");
  await keeping.reach((database) => compare(database, crowd.sent));
});

Deno.test("a second shop on the same folder says who has it", async () => {
  await using shop = await ShopProcess.open();
  await rejects(
    ShopProcess.open({ dataDir: shop.dataDir }),
    /did not open[\s\S]*database is in use by process \d+/,
  );
  equal((await new Person(shop.origin).get("/readyz")).status, 200);
});

/** Asks what became of a request as an impatient client does, twice at once. */
async function askTwice(sent: Sent) {
  const [one, other] = await Promise.all([again(sent), again(sent)]);
  if (one.status === 201) deepEqual(other.body, one.body);
  sent.answer = one;
}

async function expectSame(sent: Sent) {
  deepEqual((await again(sent)).body, sent.answer!.body);
}

/** The database holds each success that was told, and nothing besides. */
async function compare(database: Database, sent: readonly Sent[]) {
  const refused = sent.filter(({ answer }) => answer!.status !== 201);
  const codes = new Set(refused.map(({ answer }) => String(answer!.body.code)));
  deepEqual(codes.difference(new Set(["SOLD_OUT", "NOT_ENOUGH_STOCK"])), new Set());

  const told = succeeded(sent);
  const numbers = new Map(
    told.filter(({ path }) => path === "/api/orders")
      .map(({ body, answer }) => [only(body.holdIds), only<Json>(answer!.body.orders).number]),
  );
  const holds = told.filter(({ path }) => path === "/api/holds")
    .map(({ body, answer }) => ({
      id: String(answer!.body.id),
      quantity: body.quantity,
      number: numbers.get(String(answer!.body.id)) ?? null,
    }));
  deepEqual(
    await database.query(
      `select h.id, h.quantity, o.number from holds h
       left join order_lines l on l.hold_id = h.id left join orders o on o.id = l.order_id
       order by h.id`,
    ),
    holds.sort((one, other) => one.id < other.id ? -1 : 1),
  );
  deepEqual(
    await database.query("select number from orders order by number"),
    [...numbers.values()].sort().map((number) => ({ number })),
  );
}

function succeeded(sent: readonly Sent[]): Sent[] {
  return sent.filter(({ answer }) => answer?.status === 201);
}

function only<One = string>(list: unknown): One {
  const [one, another] = list as One[];
  if (one === undefined || another !== undefined) throw new Error("there is not exactly one");
  return one;
}
