import { uuidv7 } from "uuidv7";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { productJson, type SellersProduct } from "./product_json.ts";

/**
 * Duplicates a product with its variants and pictures, as a draft: in no show, not in the store,
 * and without units, which are counted and not copied.
 * Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH.
 */
export function copyProduct(
  database: Database,
  asked: AskedBySeller,
  productId: string,
): Promise<Outcome<SellersProduct>> {
  return answerOnce<SellersProduct>(database, asked, {
    name: "copy_product",
    text: copy_product,
    parameters: [productId, uuidv7()],
    wish: productId,
  });
}

const copy_product = `
  with asked as (select), mine as (
    select * from products where id = $5 and seller_id = $4 and deleted_at is null
  ), made as (
    insert into products (id, seller_id, name, description, original_price, new_badge, in_store,
      hold_minutes)
    select $6, seller_id, left(name, 96) || ' (2)', description, original_price, new_badge, false,
      hold_minutes
    from mine returning *
  ), options as (
    insert into variants (id, product_id, colour, size, label, position, price, hidden, stock,
      available)
    select gen_random_uuid(), made.id, v.colour, v.size, v.label, v.position, v.price, v.hidden, 0,
      0
    from made, variants v where v.product_id = $5
    returning *
  ), gallery as (
    insert into product_pictures (product_id, picture_id, position)
    select made.id, g.picture_id, g.position from made, product_pictures g where g.product_id = $5
  )
  ${
  remember(
    `case when made.id is null then refusal('NOT_YOURS')
    else ${productJson("made", "options")} end`,
    "asked left join made on true",
  )
}`;
