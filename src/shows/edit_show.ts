import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { columnsOf } from "../db/columns_of.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import type { ShowWish } from "./create_show.ts";
import { type SellersShow, showJson, tellShows } from "./show_json.ts";

/** What is to change of a show; what is left out stays. */
export interface ShowChange extends Partial<ShowWish> {
  /** A product of the show, or null for none. */
  readonly featuredProductId?: string | null;
  /** A stored picture, or null for none. */
  readonly pictureId?: string | null;
}

/**
 * Changes a show. Its start can move only while it is scheduled.
 *
 * Refusals: NOT_YOURS (the show; or, with the field `productId`, a product that is not in it),
 * SHOW_STATE, IDEMPOTENCY_MISMATCH.
 */
export function editShow(
  database: Database,
  asked: AskedBySeller,
  showId: string,
  change: ShowChange,
): Promise<Outcome<SellersShow>> {
  return answerOnce<SellersShow>(database, asked, {
    name: "edit_show",
    text: edit_show,
    parameters: [showId, columnsOf(change)],
    // The same picture, stored again, has another id.
    wish: [showId, change.pictureId ? { ...change, pictureId: "given" } : change],
  });
}

const edit_show = `
  with asked as (select), mine as (
    select s as row from shows s where s.id = $5 and s.seller_id = $4 for no key update
  ), wish as (
    select w.*, (mine.row).starts_at as started from mine, jsonb_populate_record(mine.row, $6) w
  ), judged as (
    select wish.id, case
      when wish.id is null then refusal('NOT_YOURS')
      when wish.starts_at <> wish.started and wish.state <> 'scheduled'
        then refusal('SHOW_STATE', jsonb_build_object('state', wish.state))
      when $6::jsonb ? 'featured_product_id' and wish.featured_product_id is not null
        and not exists (
          select from products p where p.id = wish.featured_product_id and p.show_id = wish.id
            and p.deleted_at is null)
        then refusal('NOT_YOURS', '{"field": "productId"}')
    end as refused
    from asked left join wish on true
  ), changed as (
    update shows s set title = w.title, description = w.description, starts_at = w.starts_at,
      free_shipping = w.free_shipping, free_shipping_from = w.free_shipping_from,
      notice = w.notice, featured_product_id = w.featured_product_id, picture_id = w.picture_id,
      version = s.version + 1
    from wish w, judged where judged.refused is null and s.id = w.id
    returning s.*
  ), told as (${tellShows("changed")}
  ), marked as (
    insert into product_marks (show_id, product_id)
    select changed.id, changed.featured_product_id from changed, mine
    where changed.featured_product_id is distinct from (mine.row).featured_product_id
  )
  ${
  remember(`coalesce(judged.refused, ${showJson("changed")})`, "judged left join changed on true")
}`;
