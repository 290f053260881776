import { uuidv7 } from "uuidv7";
import type { Ground } from "../../edge/ground.ts";
import { goods } from "./goods.ts";
import * as plan from "./plan.ts";
import type { Ids } from "./plant_people.ts";

const day_ms = 24 * 3600 * 1000;
const pictures = new URL("./pictures/", import.meta.url);

export async function plantShows(
  ground: Ground,
  sellerId: string,
  ownerId: string,
): Promise<Ids> {
  const ids: Ids = new Map();
  for (const show of plan.shows) {
    const id = uuidv7();
    ids.set(show.key, id);
    const startsAt = new Date(ground.now() + show.day * day_ms - (show.day === 0 ? 900_000 : 0));
    // Shows begin live, so that the orders of past ones can be placed; `settleShows` ends them.
    await ground.database.query(
      `insert into shows (id, seller_id, title, description, picture_id, state, starts_at,
         started_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        sellerId,
        show.title,
        show.description,
        await plantPicture(ground, ownerId, show.picture, 1280, 720),
        show.state === "scheduled" ? "scheduled" : "live",
        startsAt.toISOString(),
        show.state === "scheduled" ? null : startsAt.toISOString(),
      ],
    );
  }
  return ids;
}

export async function settleShows({ database }: Ground, shows: Ids) {
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

/** @returns the ids of variants, by `picture/index` */
export async function plantGoods(
  ground: Ground,
  sellerId: string,
  ownerId: string,
  shows: Ids,
) {
  const variants: Ids = new Map();
  for (const [position, good] of goods.entries()) {
    const productId = uuidv7();
    const show = plan.shows.find((show) =>
      (show.goods as readonly string[]).includes(good.picture)
    );
    await ground.database.query(
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
    await ground.database.query(
      "insert into product_pictures (product_id, picture_id, position) values ($1, $2, 0)",
      [productId, await plantPicture(ground, ownerId, good.picture, 900, 900)],
    );
    const options = (good.colours ?? [""]).flatMap((colour) =>
      (good.sizes ?? [""]).map((size) => ({ colour, size }))
    );
    for (const [at, { colour, size }] of options.entries()) {
      const id = uuidv7();
      variants.set(`${good.picture}/${at}`, id);
      await ground.database.query(
        `insert into variants (id, product_id, colour, size, position, price, stock, available)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [id, productId, colour, size, at, good.price, good.stock[at] ?? 10],
      );
    }
  }
  return variants;
}

async function plantPicture(
  { database, files }: Ground,
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
