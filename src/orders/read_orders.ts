import type { PictureFile } from "../../views/kit/view.ts";
import { cover } from "../cart/cover.ts";
import { type Paged, paged } from "../http/paging.ts";
import { isoSql } from "../db/iso.ts";
import { page_size_default } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { OrderState } from "./step.ts";

/** What a list of one's orders is narrowed to. */
export interface OrdersWanted {
  readonly shopperId: string;
  readonly state?: OrderState;
  /** `"2026-11"`, in the shop's zone. */
  readonly month?: string;
  /** From 1. */
  readonly page: number;
  /** IANA name. */
  readonly zone: string;
}

/** An order in a list. Amounts are minor units of `currency`, moments ISO 8601. */
export interface OrderInList {
  readonly id: string;
  readonly number: string;
  readonly state: OrderState;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly currency: "USD" | "KRW";
  readonly goods: number;
  readonly shipping: number;
  readonly refunded: number;
  readonly total: number;
  readonly placedAt: string;
  readonly dueAt: string;
  readonly firstLine: string;
  readonly lines: number;
  readonly picture: PictureFile | null;
}

interface Answer {
  items: OrderInList[];
  total: number;
  months: string[];
}

/**
 * Somebody's orders, newest first.
 * @returns also the months in which they ordered at all, newest first
 */
export async function readOrders(
  database: Database,
  { shopperId, state, month, page, zone }: OrdersWanted,
): Promise<Paged<OrderInList> & { months: string[] }> {
  const [answer] = await database.query<Answer>(
    read_orders,
    [shopperId, zone, state ?? null, month ?? null, page_size_default, page - 1],
    { name: "read_orders" },
  );
  const { items, total, months } = answer!;
  return { ...paged(items, total, page), months };
}

const read_orders = `
  with mine as (
    select o.*, to_char(o.placed_at at time zone $2, 'YYYY-MM') as month
    from orders o where o.shopper_id = $1
  ), wanted as (
    select * from mine
    where ($3::text is null or state = $3) and ($4::text is null or month = $4)
  ), shown as (
    select * from wanted order by placed_at desc, number limit $5::int offset $5::int * $6::int
  )
  select
    (select count(*)::int from wanted) as total,
    coalesce((select jsonb_agg(distinct month order by month desc) from mine), '[]') as months,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
        'sellerId', s.id, 'sellerName', s.name, 'currency', o.currency, 'goods', o.goods,
        'shipping', o.shipping, 'refunded', o.refunded,
        'total', o.goods + o.shipping - o.points, 'placedAt', ${isoSql("o.placed_at")},
        'dueAt', ${isoSql("o.due_at")}, 'firstLine', f.name, 'lines', f.lines,
        'picture', f.picture) order by o.placed_at desc, o.number)
      from shown o
      join sellers s on s.id = o.seller_id
      cross join lateral (
        select l.name, ${cover("l.product_id")} as picture, count(*) over ()::int as lines
        from order_lines l left join holds h on h.id = l.hold_id
        where l.order_id = o.id order by h.place, l.name limit 1
      ) f
    ), '[]') as items`;
