import type { Currency, PictureFile } from "../../views/kit/view.ts";
import type { Message, ShowCard, ShowState, Signal } from "../../views/shop/types.ts";
import { picture } from "../catalog/offers.ts";
import { messageJson } from "../chat/messages.ts";
import { isoSql } from "../db/iso.ts";
import { signalOf, turnOf } from "./show_json.ts";

/** A show as everybody may see it. Moments are ISO 8601, amounts in minor units. */
export interface Show {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly state: ShowState;
  readonly startsAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly picture: PictureFile | null;
  readonly seller: { readonly id: string; readonly name: string };
  readonly currency: Currency;
  readonly freeShipping: "never" | "always" | "threshold";
  readonly freeShippingFrom: number;
  readonly featuredProductId: string | null;
  readonly notice: string;
  readonly slowModeSeconds: number;
  /** Stands above the chat. */
  readonly pinned: Message | null;
  /** How many of its products can be seen. */
  readonly products: number;
  readonly signal: Signal;
  /** How often its picture came: 1, 2, …; with each the player begins anew. */
  readonly turn: number;
}

/** SQL: the shows `w` that `where` picks, those of approved sellers. */
export function showsWhere(where: string): string {
  return `
    select w.id, w.title, w.description, w.state, ${isoSql("w.starts_at")} as "startsAt",
      ${isoSql("w.started_at")} as "startedAt", ${isoSql("w.ended_at")} as "endedAt",
      case when f.id is not null then ${picture("f")} end as picture,
      jsonb_build_object('id', s.id, 'name', s.name) as seller, s.currency,
      w.free_shipping as "freeShipping", w.free_shipping_from as "freeShippingFrom",
      w.featured_product_id as "featuredProductId", w.notice,
      ${signalOf("w")} as signal, ${turnOf("w")} as turn,
      w.slow_mode_seconds as "slowModeSeconds", (
        select ${messageJson("m")} from messages m join people n on n.id = m.person_id
        where m.id = w.pinned_message_id) as pinned,
      (select count(*)::int from products p
       where p.show_id = w.id and p.deleted_at is null and exists (
         select from offers o
         where o.product_id = p.id and o.refusal is distinct from 'NOT_YOURS')) as products
    from shows w
    join sellers s on s.id = w.seller_id
    left join pictures f on f.id = w.picture_id
    where s.approved_at is not null and ${where}`;
}

export function showCardOf(
  { id, title, state, seller, picture, startsAt, products }: Show,
): ShowCard {
  return { id, title, state, sellerName: seller.name, picture, startsAt, products };
}

/** Whether a show can still change while somebody watches. */
export function isAiring({ state }: Pick<Show, "state">): boolean {
  return state === "scheduled" || state === "live";
}
