import { uuidv7 } from "uuidv7";
import { vault } from "../../src/accounts/vault.ts";
import { placeOrders } from "../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../src/orders/step.ts";
import type { Platform } from "../../src/platform.ts";
import { hold } from "../../src/stock/mod.ts";
import { goods } from "./goods.ts";
import * as plan from "./plan.ts";

const day_ms = 24 * 3600 * 1000;
const pictures = new URL("./pictures/", import.meta.url);

/** Fills an empty shop with the demo. @returns whether it was empty */
export async function plant(platform: Platform): Promise<boolean> {
  const { database } = platform;
  const [row] = await database.query<{ shows: number }>("select count(*)::int as shows from shows");
  if (row!.shows > 0) return false;

  const people = await plantPeople(platform);
  const sellerId = await plantSeller(platform);
  const owner = people.get("seller")!;
  const shows = await plantShows(platform, sellerId, owner);
  const variants = await plantGoods(platform, sellerId, owner, shows);
  for (const order of plan.orders) await plantOrder(platform, order, people, variants, sellerId);
  await settleShows(platform, shows);
  await plantHolds(platform, people, variants);
  await plantMessages(platform, people, shows);
  return true;

  async function plantSeller({ database }: Platform) {
    const id = uuidv7();
    await database.query(
      `insert into sellers (id, person_id, name, approved_at, bank_account, zelle, venmo)
       values ($1, $2, $3, now(), '하늘은행 110-123-456789 (하늘상점)', 'pay@haneul.example', '@haneul-goods')`,
      [id, people.get("seller")!, plan.seller.name],
    );
    await database.query(
      `insert into shipping_zones (id, seller_id, country, region, fee) values ($1, $2, 'US', 'CA', 800)`,
      [uuidv7(), id],
    );
    await database.query("insert into moderators (seller_id, person_id) values ($1, $2)", [
      id,
      people.get("moderator")!,
    ]);
    return id;
  }
}

type Ids = Map<string, string>;

async function plantPeople({ database, configuration }: Platform): Promise<Ids> {
  const ids: Ids = new Map();
  const all = { seller: { email: plan.seller.email, name: plan.seller.owner }, ...plan.people };
  for (const [key, { email, name }] of Object.entries(all)) {
    const id = uuidv7();
    ids.set(key, id);
    await database.query(
      "insert into people (id, email, display_name, admin) values ($1, $2, $3, $4)",
      [id, email, name, key === "admin"],
    );
    const contact = JSON.stringify({ phone: "+12135550123", address: addressOf(name) });
    await database.query(
      "insert into profiles (person_id, depositor_name, sealed_contact) values ($1, $2, $3)",
      [id, name, await vault(configuration).seal(contact, id)],
    );
  }
  return ids;
}

function addressOf(name: string) {
  return {
    country: "US",
    name,
    line1: "3250 W Olympic Blvd",
    line2: "Apt 210",
    city: "Los Angeles",
    state: "CA",
    postalCode: "90006",
  };
}

async function plantShows(platform: Platform, sellerId: string, ownerId: string): Promise<Ids> {
  const ids: Ids = new Map();
  for (const show of plan.shows) {
    const id = uuidv7();
    ids.set(show.key, id);
    const startsAt = new Date(platform.now() + show.day * day_ms - (show.day === 0 ? 900_000 : 0));
    // Shows begin live, so that the orders of past ones can be placed; `settleShows` ends them.
    await platform.database.query(
      `insert into shows (id, seller_id, title, description, picture_id, state, starts_at,
         started_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        sellerId,
        show.title,
        show.description,
        await plantPicture(platform, ownerId, show.picture, 1280, 720),
        show.state === "scheduled" ? "scheduled" : "live",
        startsAt.toISOString(),
        show.state === "scheduled" ? null : startsAt.toISOString(),
      ],
    );
  }
  return ids;
}

async function plantPicture(
  { database, files }: Platform,
  ownerId: string,
  name: string,
  width: number,
  height: number,
) {
  const bytes = await Deno.readFile(new URL(`${name}.webp`, pictures));
  const id = uuidv7();
  const fileName = `${crypto.randomUUID()}.webp`;
  await files.put(fileName, bytes);
  await database.query(
    `insert into pictures (id, owner_id, file_name, media_type, width, height, bytes)
     values ($1, $2, $3, 'image/webp', $4, $5, $6)`,
    [id, ownerId, fileName, width, height, bytes.length],
  );
  return id;
}

/** @returns the ids of variants, by `picture/index` */
async function plantGoods(platform: Platform, sellerId: string, ownerId: string, shows: Ids) {
  const variants: Ids = new Map();
  for (const [position, good] of goods.entries()) {
    const productId = uuidv7();
    const show = plan.shows.find((show) =>
      (show.goods as readonly string[]).includes(good.picture)
    );
    await platform.database.query(
      `insert into products (id, seller_id, show_id, name, description, original_price, new_badge,
         position) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        productId,
        sellerId,
        show ? shows.get(show.key)! : null,
        good.name,
        good.description,
        good.originalPrice ?? null,
        good.isNew ?? false,
        position,
      ],
    );
    await platform.database.query(
      "insert into product_pictures (product_id, picture_id, position) values ($1, $2, 0)",
      [productId, await plantPicture(platform, ownerId, good.picture, 900, 900)],
    );
    const options = (good.colours ?? [""]).flatMap((colour) =>
      (good.sizes ?? [""]).map((size) => ({ colour, size }))
    );
    for (const [at, { colour, size }] of options.entries()) {
      const id = uuidv7();
      variants.set(`${good.picture}/${at}`, id);
      await platform.database.query(
        `insert into variants (id, product_id, colour, size, position, price, stock, available)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [id, productId, colour, size, at, good.price, good.stock[at] ?? 10],
      );
    }
  }
  return variants;
}

async function plantOrder(
  platform: Platform,
  order: plan.PlannedOrder,
  people: Ids,
  variants: Ids,
  sellerId: string,
) {
  const { database, configuration } = platform;
  const personId = people.get(order.by)!;
  const holdIds: string[] = [];
  for (const [good, variant, quantity] of order.goods) {
    const [held] = await hold(database, [{
      personId,
      requestId: uuidv7(),
      holdId: uuidv7(),
      variantId: variants.get(`${good}/${variant}`)!,
      quantity,
      waitlist: false,
    }]);
    if (held!.refusal) throw new Error(`the demo cannot hold ${good}: ${held!.refusal.code}`);
    holdIds.push(held!.id);
  }

  const addressId = uuidv7();
  const name = plan.people[order.by].name;
  const [placed] = await placeOrders(database, [{
    personId,
    requestId: uuidv7(),
    holdIds,
    orderIds: holdIds.map(() => uuidv7()),
    addressId,
    address: await vault(configuration).seal(JSON.stringify(addressOf(name)), addressId),
    country: "US",
    region: "CA",
    depositorName: name,
    zone: configuration.timeZone,
  }]);
  if (placed!.refusal) throw new Error(`the demo cannot order: ${placed!.refusal.code}`);
  const { number } = placed!.orders[0]!;

  for (const step of stepsTo(order.reached)) {
    const isBuyer = step.step === "claim" || step.step === "cancellation";
    const [stepped] = await stepOrders(database, [{
      ...step,
      number,
      requestId: uuidv7(),
      ...(isBuyer
        ? { personId, shopperId: personId }
        : { personId: people.get("seller")!, sellerId }),
    }]);
    if (stepped!.refusal) throw new Error(`the demo cannot ${step.step}: ${stepped!.refusal.code}`);
  }
  await moveBack(platform, number, order.daysAgo);
}

function stepsTo(reached: plan.PlannedOrder["reached"]): Step[] {
  const claim = { step: "claim", id: uuidv7(), method: "bank", note: "" } as const;
  const payment = { step: "payment", method: "bank" } as const;
  const shipment = {
    step: "shipment",
    carrier: "USPS",
    tracking: "9400 1000 0000 0000 0000 00",
  } as const;
  switch (reached) {
    case "awaiting_payment":
      return [];
    case "claimed":
      return [claim];
    case "cancelled":
      return [{ step: "cancellation" }];
    case "paid":
      return [claim, payment];
    case "shipped":
      return [claim, payment, shipment];
    case "delivered":
      return [claim, payment, shipment, { step: "delivery" }];
    case "refunded":
      return [claim, payment, { step: "refund", id: uuidv7(), reason: "" }];
  }
}

// The past is made by placing orders now and moving them back.
async function moveBack({ database, configuration }: Platform, number: string, days: number) {
  await database.query(
    `with moved as (
       update orders set placed_at = placed_at - back, due_at = due_at - back,
         number = to_char((placed_at - back) at time zone $3, '"ORD-"YYYYMMDD') || right(number, 6),
         paid_at = paid_at - back, cancelled_at = cancelled_at - back
       from (select make_interval(days => $2) as back) b where number = $1 returning id, back
     )
     update parcels p set shipped_at = shipped_at - back + interval '1 day',
       delivered_at = delivered_at - back + interval '4 days'
     from moved where p.order_id = moved.id`,
    [number, days, configuration.timeZone],
  );
}

async function settleShows({ database }: Platform, shows: Ids) {
  for (const show of plan.shows) {
    const id = shows.get(show.key)!;
    if (show.state === "ended") {
      await database.query(
        "update shows set state = 'ended', ended_at = started_at + interval '2 hours' where id = $1",
        [id],
      );
    }
    if (show.state === "live") {
      await database.query(
        `update shows set notice = '오늘 주문은 모두 내일 보내 드려요 · Everything ships tomorrow',
           featured_product_id = (select id from products where show_id = $1 order by position limit 1)
         where id = $1`,
        [id],
      );
    }
  }
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
