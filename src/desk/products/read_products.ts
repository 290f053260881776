import type { ProductFilter } from "../../../views/desk/product_list.tsx";
import type { Choice, ProductLine } from "../../../views/desk/types.ts";
import { cover } from "../../cart/cover.ts";
import { anywhere } from "../../catalog/search.ts";
import { type Paged, paged } from "../../http/paging.ts";
import { low_stock_units, page_size_default } from "../../limits.ts";
import type { Database } from "../../platform.ts";
import { place } from "./place.ts";

/** A seller's products that the filter finds, the newest first. */
export async function readProducts(
  database: Database,
  sellerId: string,
  { q, show, stock }: ProductFilter,
  page: number,
  size = page_size_default,
): Promise<Paged<ProductLine>> {
  const [row] = await database.query<{ total: number; items: ProductLine[] }>(
    read_products,
    [sellerId, anywhere(q), show, stock, low_stock_units, size, (page - 1) * size],
    { name: "desk_products" },
  );
  return paged(row!.items, row!.total, page, size);
}

const read_products = `
  with found as (
    select p.*, w.title, w.state, t.*
    from products p
    left join shows w on w.id = p.show_id
    cross join lateral (
      select min(v.price) filter (where not v.hidden) as price,
        coalesce(sum(v.available) filter (where not v.hidden), 0) as available,
        coalesce(sum(v.held), 0) as held, coalesce(sum(v.sold), 0) as sold,
        coalesce(sum(v.set_aside), 0) as set_aside,
        bool_or(v.available between 1 and $5 and not v.hidden) as low
      from variants v where v.product_id = p.id
    ) t
    where p.seller_id = $1 and p.deleted_at is null and p.name ilike $2
      and case $3 when '' then true when 'none' then p.show_id is null
        else p.show_id::text = $3 end
      and case $4 when 'left' then t.available > 0 when 'low' then t.low
        when 'out' then t.available = 0 else true end
  )
  select (select count(*)::int from found) as total, coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'picture', ${cover("p.id")},
      'showTitle', p.title, 'price', p.price, 'available', p.available, 'held', p.held,
      'sold', p.sold, 'setAside', p.set_aside, 'place', ${place("p", "p.state")})
      order by p.created_at desc, p.id desc)
    from (select * from found order by created_at desc, id desc limit $6 offset $7) p
  ), '[]') as items`;

/**
 * Shows that a product can be put into: those on air and to come, then the latest past ones.
 * @param productId its show is among them, however old
 */
export async function readShowChoices(
  database: Database,
  sellerId: string,
  productId: string | null = null,
): Promise<Choice[]> {
  return await database.query<{ id: string; name: string }>(
    `select id, title as name from shows where seller_id = $1
     order by exists (select from products p where p.id = $3 and p.show_id = shows.id) desc,
       state not in ('live', 'scheduled'), starts_at desc limit $2`,
    [sellerId, choices_max, productId],
    { name: "desk_show_choices" },
  );
}

const choices_max = 100;
