import type { OrderFilter } from "../../../views/desk/order_list.tsx";
import type { OrderSummary } from "../../../views/desk/types.ts";
import { anywhere } from "../../catalog/search.ts";
import { isoSql } from "../../db/iso.ts";
import { type Paged, paged } from "../../http/paging.ts";
import { page_size_default } from "../../limits.ts";
import type { OrderState } from "../../orders/step.ts";
import type { Database } from "../../platform.ts";

export interface FoundOrders extends Paged<OrderSummary> {
  /** How many orders these shops have in each state, found or not. */
  readonly counts: Partial<Record<OrderState, number>>;
}

/**
 * Orders of shops that the filter finds, the newest first.
 * @param filter.q found in numbers, buyers' names and names on transfers
 */
export async function readOrders(
  database: Database,
  shops: readonly string[],
  { q, state }: OrderFilter,
  page: number,
  size = page_size_default,
): Promise<FoundOrders> {
  const [row] = await database.query<{
    total: number;
    items: OrderSummary[];
    counts: FoundOrders["counts"];
  }>(
    read_orders,
    [shops, anywhere(q), state, size, (page - 1) * size],
    { name: "desk_orders" },
  );
  const { total, items, counts } = row!;
  return { ...paged(items, total, page, size), counts };
}

const read_orders = `
  with found as (
    select o.*, b.display_name as buyer from orders o join people b on b.id = o.shopper_id
    where o.seller_id = any ($1::uuid[]) and ($3 = '' or o.state = $3)
      and (o.number ilike $2 or o.depositor_name ilike $2 or b.display_name ilike $2)
  )
  select (select count(*)::int from found) as total, coalesce((
    select jsonb_agg(jsonb_build_object('number', o.number, 'state', o.state,
      'currency', o.currency, 'total', o.goods + o.shipping - o.points, 'buyer', o.buyer,
      'depositorName', o.depositor_name, 'placedAt', ${isoSql("o.placed_at")},
      'firstLine', l.first, 'moreLines', l.lines - 1,
      'claimed', o.state = 'awaiting_payment' and exists (
        select from payment_claims c where c.order_id = o.id))
      order by o.placed_at desc, o.id desc)
    from (select * from found order by placed_at desc, id desc limit $4 offset $5) o
    cross join lateral (
      select min(name) as first, count(*) as lines from order_lines where order_id = o.id
    ) l
  ), '[]') as items, coalesce((
    select jsonb_object_agg(state, orders) from (
      select state, count(*) as orders from orders
      where seller_id = any ($1::uuid[]) group by state
    ) s
  ), '{}') as counts`;
