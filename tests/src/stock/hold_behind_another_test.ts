import { deepEqual, equal, ok } from "node:assert/strict";
import type { Outcome } from "../../../src/errors.ts";
import type { Database } from "../../../src/platform.ts";
import { type Hold, hold } from "../../../src/stock/mod.ts";
import { onPostgres } from "../../support/databases.ts";
import { assertInvariants } from "../../support/invariants.ts";
import { setScene } from "../../support/scene.ts";
import { figures, wish } from "../../support/wishes.ts";

onPostgres("who waits for a variant gets it at the price it has by then", async ({ database }) => {
  const { held, cap } = await holdBehind(database, "price = 2000");
  equal(held.refusal, undefined);
  equal((held as Hold).unitPrice, 2000);
  deepEqual(await figures(database, cap), { stock: 9, available: 8, held: 1, sold: 0 });
});

onPostgres("who waits for a variant that is hidden by then is refused", async ({ database }) => {
  const { held, cap } = await holdBehind(database, "hidden = true");
  equal(held.refusal?.code, "NOT_YOURS");
  deepEqual(await figures(database, cap), { stock: 9, available: 9, held: 0, sold: 0 });
});

onPostgres("who waits for units that are gone by then is refused", async ({ database }) => {
  const { held, cap } = await holdBehind(database, "stock = 0, available = 0");
  equal(held.refusal?.code, "SOLD_OUT");
  deepEqual(await figures(database, cap), { stock: 0, available: 0, held: 0, sold: 0 });
});

/** Holds a unit while another statement changes the variant, and is not done yet. */
async function holdBehind(
  database: Database,
  change: string,
): Promise<{ held: Outcome<Hold>; cap: string }> {
  const { variantIds: [cap = ""], shopperIds: [kim = ""] } = await setScene(database, {
    stock: [9],
    price: 1000,
  });
  const changing = database.query(
    `with changed as (update variants set ${change} where id = $1 returning id)
     select pg_sleep(1) from changed`,
    [cap],
  );
  let isOver = false;
  changing.finally(() => isOver = true);
  const until = async (event: string) => {
    while (!await someoneWaits(database, event)) ok(!isOver, `nobody waited for ${event}`);
  };
  await until("PgSleep");
  const holding = hold(database, [wish(kim, cap)]);
  await until("transactionid");
  await changing;
  const [held] = await holding;
  await assertInvariants(database);
  return { held: held!, cap };
}

async function someoneWaits(database: Database, event: string): Promise<boolean> {
  const rows = await database.query(
    "select from pg_stat_activity where datname = current_database() and wait_event = $1",
    [event],
  );
  return rows.length > 0;
}
