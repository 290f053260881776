import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import { pictures_per_product } from "../limits.ts";
import type { Database } from "../platform.ts";
import { tellProducts } from "./product_json.ts";

/**
 * Adds stored pictures behind those that a product has.
 * Refusals: NOT_YOURS, INVALID (`pictures`: too many), IDEMPOTENCY_MISMATCH.
 */
export function addPictures(
  database: Database,
  asked: AskedBySeller,
  productId: string,
  pictureIds: readonly string[],
): Promise<Outcome<{ pictures: number }>> {
  return answerOnce(database, asked, {
    name: "add_pictures",
    text: add_pictures,
    parameters: [productId, pictureIds, pictures_per_product],
    // The same pictures, stored again, have other ids.
    wish: [productId, pictureIds.length],
  });
}

const add_pictures = `
  with asked as (select), mine as (
    select * from products where id = $5 and seller_id = $4 and deleted_at is null for no key update
  ), judged as (
    select had.pictures, had.last, case
      when mine.id is null then refusal('NOT_YOURS')
      when had.pictures + cardinality($6::uuid[]) > $7::int
        then refusal('INVALID', jsonb_build_object('field', 'pictures', 'fields',
          jsonb_build_array(jsonb_build_object('field', 'pictures', 'rule', 'tooMany:' || $7::int))))
    end as refused
    from asked left join mine on true, (
      select count(*)::int as pictures, coalesce(max(position), 0) as last
      from product_pictures where product_id = $5
    ) had
  ), added as (
    insert into product_pictures (product_id, picture_id, position)
    select $5, picture_id, judged.last + n
    from judged, unnest($6::uuid[]) with ordinality as new (picture_id, n)
    where judged.refused is null
  ), told as (
    ${tellProducts("(select mine.* from mine, judged where judged.refused is null) mine")}
  )
  ${
  remember(
    `coalesce(judged.refused,
    jsonb_build_object('pictures', judged.pictures + cardinality($6::uuid[])))`,
    "judged",
  )
}`;
