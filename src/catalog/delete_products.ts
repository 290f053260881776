import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { tellProducts, unfeature } from "./product_json.ts";

/**
 * Takes products out of the shop, all of them or none; what was ordered and what is held of them
 * stays. Refusals: NOT_YOURS (any of them), IDEMPOTENCY_MISMATCH.
 * @param productIds at most `bulk_products_max`
 */
export function deleteProducts(
  database: Database,
  asked: AskedBySeller,
  productIds: readonly string[],
): Promise<Outcome<{ deleted: string[] }>> {
  const ids = [...new Set(productIds)].sort();
  return answerOnce(database, asked, {
    name: "delete_products",
    text: delete_products,
    parameters: [ids],
    wish: ids,
  });
}

const delete_products = `
  with mine as (
    select id from products where id = any ($5::uuid[]) and seller_id = $4 and deleted_at is null
    order by id for no key update
  ), judged as (
    select case
      when (select count(*) from mine) < cardinality($5::uuid[]) then refusal('NOT_YOURS')
    end as refused
  ), gone as (
    update products p set deleted_at = now() from judged
    where judged.refused is null and p.id in (select id from mine)
    returning p.*
  ), left_behind as (
    ${unfeature("select mine.id from mine, judged where judged.refused is null")}
  ), told as (${tellProducts("gone")})
  ${remember("coalesce(judged.refused, jsonb_build_object('deleted', $5::uuid[]))", "judged")}`;
