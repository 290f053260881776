import { uuidv7 } from "uuidv7";
import type { Platform } from "../../src/platform.ts";
import { hold } from "../../src/stock/mod.ts";
import * as plan from "./plan.ts";
import { plantOrder } from "./plant_order.ts";
import { type Ids, plantPeople, plantSeller } from "./plant_people.ts";
import { plantGoods, plantShows, settleShows } from "./plant_shows.ts";

/** Fills an empty shop with the demo. @returns whether it was empty */
export async function plant(platform: Platform): Promise<boolean> {
  const { database } = platform;
  const [row] = await database.query<{ shows: number }>("select count(*)::int as shows from shows");
  if (row!.shows > 0) return false;

  const people = await plantPeople(platform);
  const sellerId = await plantSeller(platform, people);
  const owner = people.get("seller")!;
  const shows = await plantShows(platform, sellerId, owner);
  const variants = await plantGoods(platform, sellerId, owner, shows);
  for (const order of plan.orders) await plantOrder(platform, order, people, variants, sellerId);
  await settleShows(platform, shows);
  await plantHolds(platform, people, variants);
  await plantMessages(platform, people, shows);
  return true;
}

async function plantHolds({ database }: Platform, people: Ids, variants: Ids) {
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

async function plantMessages({ database }: Platform, people: Ids, shows: Ids) {
  for (const [at, [by, text]] of plan.messages.entries()) {
    await database.query(
      `insert into messages (id, show_id, person_id, text, created_at)
       values ($1, $2, $3, $4, now() - make_interval(secs => $5))`,
      [uuidv7(), shows.get("autumn")!, people.get(by)!, text, (plan.messages.length - at) * 40],
    );
  }
}
