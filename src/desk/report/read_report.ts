import type { ShowReport } from "../../../views/desk/report_page.tsx";
import { isoSql } from "../../db/iso.ts";
import type { Database } from "../../platform.ts";
import { playbackFigures } from "../../playback/figures.ts";

/**
 * What a show has brought, unless the seller has no such show. Orders that were cancelled do not
 * count, and revenue is of what is paid, less what was given back; shipping is not in it.
 */
export async function readReport(
  database: Database,
  sellerId: string,
  showId: string,
): Promise<ShowReport | undefined> {
  const [row] = await database.query<{ report: ShowReport }>(
    read_report,
    [sellerId, showId],
    { name: "show_report" },
  );
  return row?.report;
}

const read_report = `
  with show as (
    select * from shows where id = $2 and seller_id = $1
  ), talked as (
    select count(*) as messages, count(distinct m.person_id) as writers
    from messages m where m.show_id = $2 and m.deleted_at is null and m.held_word is null
  ), held as (
    select p.id as product_id, count(*) as holds, sum(h.quantity) as units
    from show w join products p on p.show_id = w.id join variants v on v.product_id = p.id
    join holds h on h.variant_id = v.id
    where h.created_at >= w.started_at and h.created_at <= coalesce(w.ended_at, now())
      and h.unit_price is not null
    group by p.id
  ), ordered as (
    select l.product_id, o.id as order_id, o.shopper_id, max(l.name) as name,
      sum(l.quantity) as units,
      coalesce(sum(l.unit_price * (l.quantity - l.refunded))
        filter (where o.paid_at is not null), 0) as revenue
    from order_lines l join orders o on o.id = l.order_id
    where l.show_id = $2 and o.seller_id = $1 and o.state <> 'cancelled'
    group by l.product_id, o.id
  ), bought as (
    select product_id, max(name) as name, count(*) as orders, sum(units) as units,
      sum(revenue) as revenue
    from ordered group by product_id
  ), goods as (
    select coalesce(p.id, b.product_id) as id, coalesce(p.name, b.name) as name,
      coalesce(h.holds, 0) as holds, coalesce(b.orders, 0) as orders,
      coalesce(b.units, 0) as units, coalesce(b.revenue, 0) as revenue
    from bought b
    full join held h on h.product_id = b.product_id
    left join products p on p.id = coalesce(b.product_id, h.product_id)
  )
  select jsonb_build_object('id', w.id, 'title', w.title, 'state', w.state,
    'startedAt', ${isoSql("w.started_at")}, 'endedAt', ${isoSql("w.ended_at")},
    'viewersPeak', w.viewers_peak, 'messages', talked.messages, 'writers', talked.writers,
    'holds', (select coalesce(sum(holds), 0) from held),
    'unitsHeld', (select coalesce(sum(units), 0) from held),
    'orders', (select count(distinct order_id) from ordered),
    'buyers', (select count(distinct shopper_id) from ordered),
    'revenue', (select coalesce(sum(revenue), 0) from ordered),
    'products', coalesce((
      select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'holds', holds,
        'orders', orders, 'units', units, 'revenue', revenue)
        order by revenue desc, units desc, holds desc, name)
      from goods), '[]'),
    'playback', ${playbackFigures("w.id")}) as report
  from show w, talked`;
