import { uuidv7 } from "uuidv7";
import type { Ground } from "../../edge/ground.ts";
import { hold } from "../../src/stock/mod.ts";
import * as plan from "./plan.ts";
import { plantOrder } from "./plant_order.ts";
import { type Ids, plantPeople, plantSeller } from "./plant_people.ts";
import { plantGoods, plantShows, settleShows } from "./plant_shows.ts";

/** Fills an empty shop with the demo. @returns whether it was empty */
export async function plant(ground: Ground): Promise<boolean> {
  const { database } = ground;
  const [row] = await database.query<{ shows: number }>("select count(*)::int as shows from shows");
  if (row!.shows > 0) return false;

  const people = await plantPeople(ground);
  const sellerId = await plantSeller(ground, people);
  const owner = people.get("seller")!;
  const shows = await plantShows(ground, sellerId, owner);
  const variants = await plantGoods(ground, sellerId, owner, shows);
  for (const order of plan.orders) await plantOrder(ground, order, people, variants, sellerId);
  await settleShows(ground, shows);
  await plantHolds(ground, people, variants);
  await plantMessages(ground, people, shows);
  return true;
}

async function plantHolds({ database }: Ground, people: Ids, variants: Ids) {
  for (const { by, good, variant, quantity } of plan.holds) {
    await hold(database, [{
      personId: people.get(by)!,
      requestId: uuidv7(),
      holdId: uuidv7(),
      variantId: variants.get(`${good}/${variant}`)!,
      quantity,
      waitlist: true,
    }]);
  }
}

async function plantMessages({ database }: Ground, people: Ids, shows: Ids) {
  for (const [at, [by, text]] of plan.messages.entries()) {
    await database.query(
      `insert into messages (id, show_id, person_id, text, created_at)
       values ($1, $2, $3, $4, now() - make_interval(secs => $5))`,
      [uuidv7(), shows.get("autumn")!, people.get(by)!, text, (plan.messages.length - at) * 40],
    );
  }
}
