import type { Database } from "../platform.ts";

/** A line of an earlier order of which fewer units are held than were ordered then. */
export interface Missed {
  readonly productId: string;
  readonly name: string;
  readonly wanted: number;
  readonly got: number;
}

/** What ordering again could not bring back into the cart. Nothing for an order of someone else. */
export async function readMissed(
  database: Database,
  shopperId: string,
  number: string,
): Promise<Missed[]> {
  return await database.query<{ productId: string; name: string; wanted: number; got: number }>(
    `select l.product_id as "productId", concat_ws(', ', l.name, nullif(l.options, '')) as name,
       l.quantity as wanted, coalesce(h.quantity, 0) as got
     from orders o
     join order_lines l on l.order_id = o.id
     left join holds h on h.shopper_id = o.shopper_id and h.variant_id = l.variant_id
       and h.state = 'held' and h.expires_at > now()
     where o.number = $1 and o.shopper_id = $2 and coalesce(h.quantity, 0) < l.quantity
     order by l.name, l.options`,
    [number, shopperId],
    { name: "read_missed" },
  );
}
