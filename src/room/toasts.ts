import { room_toasts } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Toast } from "./live_state.ts";

/** A purchase in a show. */
export interface Purchase {
  readonly showId: string;
  readonly toast: Toast;
}

/** What was bought in these shows by these orders; with the display names of those who let it be told. */
export function readPurchases(
  database: Database,
  orderIds: readonly string[],
  showIds: readonly string[],
): Promise<Purchase[]> {
  return database.query<Purchase>(read_purchases, [orderIds, showIds], { name: "read_purchases" });
}

/** The last toasts, with one that has come, each once. */
export function lastToasts(known: readonly Toast[], come: Toast): readonly Toast[] {
  return [...known.filter(({ id }) => id !== come.id), come].slice(-room_toasts);
}

const read_purchases = `
  select l.show_id as "showId", jsonb_strip_nulls(jsonb_build_object('id', l.id,
    'name', case when not p.buys_unnamed then p.display_name end, 'product', l.name)) as toast
  from unnest($1::uuid[]) as placed (id)
  join orders o on o.id = placed.id
  join order_lines l on l.order_id = o.id
  join people p on p.id = o.shopper_id
  where l.show_id = any ($2::uuid[])
  order by o.placed_at, l.id`;
