import type { PictureFile } from "../../views/kit/view.ts";
import { iso } from "../db/iso.ts";
import type { Database } from "../platform.ts";
import { cover } from "./cover.ts";

/** What somebody holds, waits for, and has just lost. */
export interface Cart {
  readonly sellers: SellerLines[];
  readonly waiting: Wait[];
  /** Lines whose time ran out within `lapsed_minutes`, and which were not held again since. */
  readonly lapsed: Line[];
  /** The show on air that the newest line came from. */
  readonly liveShowId?: string;
}

/** The lines that will be one order. */
export interface SellerLines {
  readonly sellerId: string;
  readonly sellerName: string;
  readonly currency: "USD" | "KRW";
  /** Minor units. */
  readonly goods: number;
  readonly paymentDueHours: number;
  readonly lines: HeldLine[];
}

interface Line {
  /** Of the hold. */
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly name: string;
  /** `"Beige / M"`, or empty. */
  readonly options: string;
  readonly picture: PictureFile | null;
  readonly quantity: number;
}

export interface HeldLine extends Line {
  /** Minor units, as taken when it was held. */
  readonly unitPrice: number;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Most units of it for one shopper. */
  readonly unitsMost: number;
}

export interface Wait extends Line {
  /** Place in line, from 1. */
  readonly position: number;
  /** ISO 8601. */
  readonly since: string;
}

const lapsed_minutes = 60;

export async function readCart(database: Database, shopperId: string): Promise<Cart> {
  const rows = await database.query<Row>(read_cart, [shopperId, lapsed_minutes], {
    name: "read_cart",
  });
  const held = rows.filter(({ state }) => state === "held");
  const waiting = rows.filter(({ state }) => state === "waiting");
  const still = new Set([...held, ...waiting].map(({ variant_id }) => variant_id));
  const lapsed = rows.filter(({ state, variant_id }) =>
    state === "lapsed" && !still.has(variant_id)
  );
  return {
    sellers: [...Map.groupBy(held, ({ seller_id }) => seller_id).values()].map(ofSeller),
    waiting: waiting.map(wait),
    lapsed: lapsed.map(line),
    liveShowId: held.findLast(({ live }) => live)?.show_id,
  };
}

interface Row {
  state: "held" | "waiting" | "lapsed";
  id: string;
  quantity: number;
  unit_price: number;
  expires_at: string;
  created_at: string;
  position: number;
  variant_id: string;
  product_id: string;
  name: string;
  options: string;
  picture: PictureFile | null;
  show_id: string;
  live: boolean;
  seller_id: string;
  seller_name: string;
  currency: "USD" | "KRW";
  units_per_shopper: number;
  payment_due_hours: number;
}

const read_cart = `
  with mine as (
    select * from holds where shopper_id = $1 and state in ('waiting', 'held')
    union all
    select * from holds where shopper_id = $1 and state = 'lapsed'
      and ended_at > now() - make_interval(mins => $2)
  )
  select h.id, h.quantity, h.unit_price, h.expires_at, h.created_at,
    case when h.state = 'held' and h.expires_at <= now() then 'lapsed' else h.state end as state,
    case when h.state = 'waiting' then (
      select count(*)::int from holds a
      where a.variant_id = h.variant_id and a.state = 'waiting' and a.place <= h.place
    ) end as position,
    v.id as variant_id, p.id as product_id, p.name,
    concat_ws(' / ', nullif(v.colour, ''), nullif(v.size, ''), nullif(v.label, '')) as options,
    ${cover("p.id")} as picture, p.show_id, w.state = 'live' as live,
    s.id as seller_id, s.name as seller_name, s.currency, s.units_per_shopper, s.payment_due_hours
  from mine h
  join variants v on v.id = h.variant_id
  join products p on p.id = v.product_id
  join sellers s on s.id = p.seller_id
  left join shows w on w.id = p.show_id
  order by h.place`;

function ofSeller(rows: readonly Row[]): SellerLines {
  const { seller_id, seller_name, currency, payment_due_hours } = rows[0]!;
  return {
    sellerId: seller_id,
    sellerName: seller_name,
    currency,
    goods: rows.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 0),
    paymentDueHours: payment_due_hours,
    lines: rows.map((row) => ({
      ...line(row),
      unitPrice: row.unit_price,
      expiresAt: iso(row.expires_at),
      unitsMost: row.units_per_shopper,
    })),
  };
}

function wait(row: Row): Wait {
  return { ...line(row), position: row.position, since: iso(row.created_at) };
}

function line(row: Row): Line {
  return {
    id: row.id,
    variantId: row.variant_id,
    productId: row.product_id,
    name: row.name,
    options: row.options,
    picture: row.picture,
    quantity: row.quantity,
  };
}
