import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { columnsOf } from "../db/columns_of.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { serveLines } from "../stock/mod.ts";
import type { ProductWish } from "./create_product.ts";
import { productJson, type SellersProduct, tellProducts, unfeature } from "./product_json.ts";

/** What is to change of a product; what is left out stays. */
export type ProductChange = Partial<ProductWish>;

/**
 * Changes a product. Put into another show it stands last there, and is no longer featured in the
 * one that it left. What comes on offer by it goes first to those who wait.
 *
 * Refusals: NOT_YOURS (the product, or `showId`), INVALID (`visibleUntil` not after `visibleFrom`),
 * IDEMPOTENCY_MISMATCH.
 */
export async function editProduct(
  database: Database,
  asked: AskedBySeller,
  productId: string,
  change: ProductChange,
): Promise<Outcome<SellersProduct>> {
  const outcome = await answerOnce<SellersProduct>(database, asked, {
    name: "edit_product",
    text: edit_product,
    parameters: [productId, columnsOf(change)],
    wish: [productId, change],
  });
  await serveLines(database);
  return outcome;
}

const edit_product = `
  with asked as (select), mine as (
    select p as row from products p
    where p.id = $5 and p.seller_id = $4 and p.deleted_at is null for no key update
  ), wish as (
    select w.*, w.show_id is distinct from (mine.row).show_id as moves
    from mine, jsonb_populate_record(mine.row, $6) w
  ), judged as (
    select wish.id, case
      when wish.id is null then refusal('NOT_YOURS')
      when wish.moves and wish.show_id is not null
        and not exists (select from shows s where s.id = wish.show_id and s.seller_id = $4)
        then refusal('NOT_YOURS', '{"field": "showId"}')
      when wish.visible_until <= wish.visible_from
        then refusal('INVALID', '{"field": "visibleUntil",
          "fields": [{"field": "visibleUntil", "rule": "order"}]}')
    end as refused
    from asked left join wish on true
  ), changed as (
    update products p set show_id = w.show_id, name = w.name, description = w.description,
      original_price = w.original_price, new_badge = w.new_badge, in_store = w.in_store,
      visible_from = w.visible_from, visible_until = w.visible_until,
      hold_minutes = w.hold_minutes, position = case when w.moves then (
          select coalesce(max(q.position), 0) + 1 from products q
          where q.show_id = w.show_id and q.deleted_at is null
        ) else p.position end
    from wish w, judged where judged.refused is null and p.id = w.id
    returning p.*
  ), left_behind as (
    ${unfeature("select wish.id from wish, judged where judged.refused is null and wish.moves")}
  ), told as (${tellProducts("changed")})
  ${
  remember(
    `coalesce(judged.refused, ${productJson("changed")})`,
    "judged left join changed on true",
  )
}`;
