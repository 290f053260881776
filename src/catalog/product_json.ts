import { isoSql } from "../db/iso.ts";

/** A product as its seller and the API of the desk see it. Moments are ISO 8601. */
export interface SellersProduct {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly showId: string | null;
  /** Minor units, for display. */
  readonly originalPrice: number | null;
  readonly newBadge: boolean;
  readonly inStore: boolean;
  readonly visibleFrom: string | null;
  readonly visibleUntil: string | null;
  readonly holdMinutes: number | null;
  readonly variants: SellersVariant[];
}

/** Units: `stock = available + held + sold`. */
export interface SellersVariant {
  readonly id: string;
  readonly colour: string;
  readonly size: string;
  readonly label: string;
  /** Minor units. */
  readonly price: number;
  readonly hidden: boolean;
  readonly stock: number;
  readonly available: number;
  readonly held: number;
  readonly sold: number;
}

/**
 * SQL: a row of `products` as a `SellersProduct`.
 * @param variants the rows to take its variants from
 */
export function productJson(row: string, variants = "variants"): string {
  return `jsonb_build_object('id', ${row}.id, 'name', ${row}.name,
    'description', ${row}.description, 'showId', ${row}.show_id,
    'originalPrice', ${row}.original_price, 'newBadge', ${row}.new_badge,
    'inStore', ${row}.in_store, 'visibleFrom', ${isoSql(`${row}.visible_from`)},
    'visibleUntil', ${isoSql(`${row}.visible_until`)}, 'holdMinutes', ${row}.hold_minutes,
    'variants', coalesce((
      select jsonb_agg(${variantJson("v")} order by v.position, v.id)
      from ${variants} v where v.product_id = ${row}.id), '[]'))`;
}

/** SQL: a row of `variants` as a `SellersVariant`. */
export function variantJson(row: string): string {
  return `jsonb_build_object('id', ${row}.id, 'colour', ${row}.colour, 'size', ${row}.size,
    'label', ${row}.label, 'price', ${row}.price, 'hidden', ${row}.hidden, 'stock', ${row}.stock,
    'available', ${row}.available, 'held', ${row}.held, 'sold', ${row}.sold)`;
}

/** SQL: tells the open pages that these products have changed. */
export function tellProducts(rows: string): string {
  return `insert into outbox (topic, subject, body)
    select 'product', id, jsonb_build_object('showId', show_id) from ${rows}`;
}

/** SQL: takes these products from where they are featured. */
export function unfeature(ids: string): string {
  return `update shows set featured_product_id = null, version = version + 1
    where featured_product_id in (${ids})`;
}
