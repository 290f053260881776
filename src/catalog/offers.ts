import { isoSql } from "../db/iso.ts";
import type { ProductOffer, ShowState } from "../../views/shop/types.ts";

/** A product that everybody may see, and the terms on which it is offered now. */
export interface Offer extends ProductOffer {
  readonly description: string;
  readonly position: number;
  readonly createdAt: string;
  readonly inStore: boolean;
  /** How long its units stay held, minutes. */
  readonly holdMinutes: number;
  readonly seller: { readonly id: string; readonly name: string };
  readonly show: { readonly id: string; readonly title: string; readonly state: ShowState } | null;
}

/**
 * SQL: the offers among the products `p` of the sellers `s` that `where` picks. What is on offer
 * is for the view `offers` to say: what it calls NOT_YOURS is not there.
 */
export function offersWhere(where: string): string {
  return `
    select p.id, p.name, p.description, p.position, ${isoSql("p.created_at")} as "createdAt",
      p.in_store as "inStore",
      p.original_price as "originalPrice", p.new_badge as "isNew", s.currency,
      jsonb_build_object('id', s.id, 'name', s.name) as seller,
      case when w.id is not null
        then jsonb_build_object('id', w.id, 'title', w.title, 'state', w.state) end as show,
      coalesce(gallery.pictures, '[]') as pictures, terms.*
    from products p
    join sellers s on s.id = p.seller_id
    left join shows w on w.id = p.show_id
    cross join lateral (
      select bool_or(o.refusal is null) as "onSale", max(o.hold_minutes) as "holdMinutes",
        max(o.units_per_shopper) as "unitsMost",
        jsonb_agg(jsonb_build_object('id', v.id, 'colour', v.colour, 'size', v.size,
          'label', v.label, 'price', v.price, 'available', v.available)
          order by v.position, v.id) as variants
      from offers o join variants v on v.id = o.variant_id
      where o.product_id = p.id and o.refusal is distinct from 'NOT_YOURS'
    ) terms
    cross join lateral (
      select jsonb_agg(${picture("f")} order by pp.position) as pictures
      from product_pictures pp join pictures f on f.id = pp.picture_id
      where pp.product_id = p.id
    ) gallery
    where terms.variants is not null and ${where}`;
}

/** SQL: whether a product `p` is one that the store has: it can be held, and stays there. */
export const in_store = `(p.in_store and exists (
  select from offers o where o.product_id = p.id and o.refusal is null))`;

/** SQL: a row of `pictures` as pages draw it. */
export function picture(row: string): string {
  return `jsonb_build_object('src', '/pictures/' || ${row}.file_name, 'width', ${row}.width,
    'height', ${row}.height)`;
}
