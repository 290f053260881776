import { uuidv7 } from "uuidv7";
import type { Database } from "../../src/platform.ts";

/** What a scene is set with; figures that are left out do not matter to the test. */
export interface Setting {
  /** Units of each variant. */
  readonly stock: readonly number[];
  readonly shoppers?: number;
  /** Minor units, of every variant. */
  readonly price?: number;
  readonly unitsPerShopper?: number;
  readonly holdMinutes?: number;
}

/** A live show of an approved seller with one product on offer, and people who want it. */
export interface Scene {
  readonly sellerId: string;
  /** The person who owns the shop. */
  readonly ownerId: string;
  readonly showId: string;
  readonly productId: string;
  readonly variantIds: readonly string[];
  readonly shopperIds: readonly string[];
}

/** Sets a scene of its own: a second call on the same database makes a second seller. */
export async function setScene(database: Database, setting: Setting): Promise<Scene> {
  const { stock, shoppers = 1, price = 1000, unitsPerShopper = 10, holdMinutes = 10 } = setting;
  const scene: Scene = {
    sellerId: uuidv7(),
    ownerId: uuidv7(),
    showId: uuidv7(),
    productId: uuidv7(),
    variantIds: stock.map(() => uuidv7()),
    shopperIds: Array.from({ length: shoppers }, () => uuidv7()),
  };
  await database.query(
    `with person as (
       insert into people (id, email, display_name)
       select id, id || '@example.com', left(id::text, 40) from unnest($1::uuid[]) as id
     ), shop as (
       insert into sellers (id, person_id, name, approved_at, hold_minutes_live, units_per_shopper)
       values ($2, $3, 'Maru', now(), $4, $5)
     ), show as (
       insert into shows (id, seller_id, title, state, starts_at, started_at)
       values ($6, $2, 'Show', 'live', now(), now())
     ), product as (
       insert into products (id, seller_id, show_id, name) values ($7, $2, $6, 'Product')
     )
     insert into variants (id, product_id, label, size, position, price, stock, available)
     select v.id, $7, '', v.n::text, v.n, $8, v.stock, v.stock
     from unnest($9::uuid[], $10::int[]) with ordinality as v (id, stock, n)`,
    [
      [scene.ownerId, ...scene.shopperIds],
      scene.sellerId,
      scene.ownerId,
      holdMinutes,
      unitsPerShopper,
      scene.showId,
      scene.productId,
      price,
      scene.variantIds,
      stock,
    ],
  );
  return scene;
}
