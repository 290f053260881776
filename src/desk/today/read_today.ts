import type { TodayProps } from "../../../views/desk/today.tsx";
import { isoSql } from "../../db/iso.ts";
import { low_stock_units } from "../../limits.ts";
import type { Database } from "../../platform.ts";

/** What the desk's first page tells, beside whose it is. */
export type TodayAtDesk = Pick<
  TodayProps,
  "live" | "next" | "figures" | "days" | "low" | "top" | "fresh"
>;

const listed_max = 8;

/**
 * How the shop does. A week is the last 7 days of the zone, today included; money counts on the day
 * on which it was confirmed, less what was refunded since.
 * @param zone IANA name
 */
export async function readToday(
  database: Database,
  sellerId: string,
  zone: string,
): Promise<TodayAtDesk> {
  const [row] = await database.query<{ today: TodayAtDesk }>(
    read_today,
    [sellerId, zone, low_stock_units, listed_max],
    { name: "desk_today" },
  );
  return row!.today;
}

const read_today = `
  with clock as (
    select (now() at time zone $2)::date as today
  ), paid as (
    select (o.paid_at at time zone $2)::date as day,
      sum(o.goods + o.shipping - o.points - o.refunded) as revenue
    from orders o, clock
    where o.seller_id = $1 and o.paid_at >= (clock.today - 13)::timestamp at time zone $2
    group by 1
  ), days as (
    select clock.today - ago as day, coalesce(n.revenue, 0) as revenue,
      coalesce(b.revenue, 0) as before
    from clock cross join generate_series(0, 6) ago
    left join paid n on n.day = clock.today - ago
    left join paid b on b.day = clock.today - ago - 7
  ), placed as (
    select count(*) filter (where o.placed_at >= (clock.today - 6)::timestamp at time zone $2) as now,
      count(*) filter (where o.placed_at < (clock.today - 6)::timestamp at time zone $2) as before
    from orders o, clock
    where o.seller_id = $1 and o.placed_at >= (clock.today - 13)::timestamp at time zone $2
  ), waiting as (
    select count(*) filter (where state = 'awaiting_payment') as unpaid,
      coalesce(sum(goods + shipping - points) filter (where state = 'awaiting_payment'), 0) as due,
      count(*) filter (where state = 'paid') as to_ship
    from orders where seller_id = $1 and state in ('awaiting_payment', 'paid')
  ), low as (
    select p.id, v.id as variant_id, p.name, v.available,
      concat_ws(' / ', nullif(v.colour, ''), nullif(v.size, ''), nullif(v.label, '')) as options,
      (select count(*) from holds h where h.variant_id = v.id and h.state = 'waiting') as waiting
    from products p join variants v on v.product_id = p.id left join shows w on w.id = p.show_id
    where p.seller_id = $1 and p.deleted_at is null and not v.hidden and v.available <= $3
      and (p.in_store or w.state in ('live', 'scheduled')) and (v.available > 0 or v.stock > 0)
  ), top as (
    select l.product_id, max(p.name) as name, sum(l.quantity - l.refunded) as units,
      sum(l.unit_price * (l.quantity - l.refunded)) as revenue
    from orders o join order_lines l on l.order_id = o.id join products p on p.id = l.product_id,
      clock
    where o.seller_id = $1 and o.paid_at >= (clock.today - 6)::timestamp at time zone $2
    group by l.product_id having sum(l.quantity - l.refunded) > 0
  )
  select jsonb_build_object(
    'live', coalesce((
      select jsonb_agg(jsonb_build_object('id', id, 'title', title,
        'startedAt', ${isoSql("started_at")}) order by started_at)
      from shows where seller_id = $1 and state = 'live'), '[]'),
    'next', (
      select jsonb_build_object('id', id, 'title', title, 'startsAt', ${isoSql("starts_at")})
      from shows where seller_id = $1 and state = 'scheduled' order by starts_at limit 1),
    'figures', (
      select jsonb_build_object('revenue', d.revenue, 'revenueBefore', d.before,
        'orders', placed.now, 'ordersBefore', placed.before, 'unpaid', waiting.unpaid,
        'unpaidAmount', waiting.due, 'toShip', waiting.to_ship)
      from (select sum(revenue) as revenue, sum(before) as before from days) d, placed, waiting),
    'days', (
      select jsonb_agg(jsonb_build_object('day', day, 'revenue', revenue, 'before', before)
        order by day)
      from days),
    'low', coalesce((
      select jsonb_agg(jsonb_build_object('productId', id, 'variantId', variant_id, 'name', name,
        'options', options, 'available', available, 'waiting', waiting)
        order by waiting desc, available, name, options)
      from (select * from low order by waiting desc, available, name, options limit $4) l), '[]'),
    'top', coalesce((
      select jsonb_agg(jsonb_build_object('productId', product_id, 'name', name, 'units', units,
        'revenue', revenue) order by units desc, revenue desc, name)
      from (select * from top order by units desc, revenue desc, name limit $4) t), '[]'),
    'fresh', not exists (select from shows where seller_id = $1)
      and not exists (select from products where seller_id = $1)
  ) as today`;
