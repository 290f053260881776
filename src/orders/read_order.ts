import type { PictureFile } from "../../views/kit/view.ts";
import { cover } from "../cart/cover.ts";
import { isoSql } from "../db/iso.ts";
import type { Database } from "../platform.ts";
import type { OrderState, PaymentMethod } from "./step.ts";

/** An order with all that belongs to it. Amounts are minor units of `currency`, moments ISO 8601. */
export interface OrderDetail {
  readonly id: string;
  readonly number: string;
  readonly state: OrderState;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly currency: "USD" | "KRW";
  readonly goods: number;
  readonly shipping: number;
  readonly points: number;
  readonly refunded: number;
  readonly total: number;
  readonly depositorName: string;
  readonly placedAt: string;
  readonly dueAt: string;
  readonly paidAt: string | null;
  readonly cancelledAt: string | null;
  readonly cancelledBy: "shopper" | "seller" | "time" | null;
  readonly payTo: Record<PaymentMethod, string>;
  readonly lines: OrderedLine[];
  /** Newest first. */
  readonly claims: Claim[];
  readonly parcel: Parcel | null;
  readonly refunds: Refund[];
  /** Numbers of the orders that were placed with it, at other sellers. */
  readonly others: string[];
  readonly sealedAddress: { readonly id: string; readonly sealed: string } | null;
}

export interface OrderedLine {
  readonly id: string;
  readonly productId: string;
  readonly variantId: string;
  readonly showId: string | null;
  readonly name: string;
  readonly options: string;
  readonly unitPrice: number;
  readonly quantity: number;
  /** Units of it. */
  readonly refunded: number;
  readonly picture: PictureFile | null;
}

export interface Claim {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly note: string;
  readonly picture: PictureFile | null;
  readonly at: string;
}

export interface Parcel {
  readonly carrier: string;
  readonly tracking: string;
  readonly shippedAt: string;
  readonly deliveredAt: string | null;
}

export interface Refund {
  readonly amount: number;
  readonly reason: string;
  readonly at: string;
}

/** Whose order it must be: the buyer's own, or one of the shop's. */
export type Side = { readonly shopperId: string } | { readonly sellerId: string };

/** An order, unless there is none that this side may see. */
export async function readOrder(
  database: Database,
  number: string,
  side: Side,
): Promise<OrderDetail | undefined> {
  const [column, id] = "shopperId" in side
    ? ["shopper_id", side.shopperId]
    : ["seller_id", side.sellerId];
  const [order] = await database.query<OrderDetail>(
    `${read_order} where o.number = $1 and o.${column} = $2`,
    [number, id],
    { name: `read_order_by_${column}` },
  );
  return order;
}

const read_order = `
  select o.id, o.number, o.state, o.seller_id as "sellerId", s.name as "sellerName", o.currency,
    o.goods, o.shipping, o.points, o.refunded, order_total(o) as total,
    o.depositor_name as "depositorName", ${isoSql("o.placed_at")} as "placedAt",
    ${isoSql("o.due_at")} as "dueAt", ${isoSql("o.paid_at")} as "paidAt",
    ${isoSql("o.cancelled_at")} as "cancelledAt", o.cancelled_by as "cancelledBy",
    jsonb_build_object('bank', s.bank_account, 'zelle', s.zelle, 'venmo', s.venmo) as "payTo",
    (
      select jsonb_agg(jsonb_build_object('id', l.id, 'productId', l.product_id,
        'variantId', l.variant_id, 'showId', l.show_id, 'name', l.name, 'options', l.options,
        'unitPrice', l.unit_price, 'quantity', l.quantity, 'refunded', l.refunded,
        'picture', ${cover("l.product_id")}) order by h.place, l.name, l.options)
      from order_lines l left join holds h on h.id = l.hold_id where l.order_id = o.id
    ) as lines,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'method', c.method, 'note', c.note,
        'picture', case when f.id is not null then jsonb_build_object(
          'src', '/pictures/' || f.file_name, 'width', f.width, 'height', f.height) end,
        'at', ${isoSql("c.created_at")}) order by c.created_at desc, c.id desc)
      from payment_claims c left join pictures f on f.id = c.picture_id where c.order_id = o.id
    ), '[]') as claims,
    (
      select jsonb_build_object('carrier', p.carrier, 'tracking', p.tracking,
        'shippedAt', ${isoSql("p.shipped_at")}, 'deliveredAt', ${isoSql("p.delivered_at")})
      from parcels p where p.order_id = o.id
    ) as parcel,
    coalesce((
      select jsonb_agg(jsonb_build_object('amount', r.amount, 'reason', r.reason,
        'at', ${isoSql("r.created_at")}) order by r.created_at, r.id)
      from refunds r where r.order_id = o.id
    ), '[]') as refunds,
    coalesce((
      select jsonb_agg(t.number order by t.number) from orders t
      where t.shopper_id = o.shopper_id and t.placed_at = o.placed_at and t.id <> o.id
    ), '[]') as others,
    case when a.id is not null
      then jsonb_build_object('id', a.id, 'sealed', a.sealed) end as "sealedAddress"
  from orders o
  join sellers s on s.id = o.seller_id
  left join addresses a on a.id = o.address_id`;
