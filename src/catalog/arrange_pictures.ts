import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { tellProducts } from "./product_json.ts";

export interface PictureMove {
  readonly pictureId: string;
  /** Past its neighbour, or off the product. */
  readonly to: "earlier" | "later" | "away";
}

/**
 * Moves a picture of a product, or takes it away. The file itself stays: a copy may show it too.
 * Refusals: NOT_YOURS (the product, or a picture that is not on it), IDEMPOTENCY_MISMATCH.
 */
export function arrangePictures(
  database: Database,
  asked: AskedBySeller,
  productId: string,
  { pictureId, to }: PictureMove,
): Promise<Outcome<{ arranged: true }>> {
  return answerOnce(database, asked, {
    name: "arrange_pictures",
    text: arrange_pictures,
    // Between the neighbour and the one behind it.
    parameters: [productId, pictureId, { earlier: -1.5, later: 1.5, away: 0 }[to], to === "away"],
    wish: [productId, pictureId, to],
  });
}

const arrange_pictures = `
  with mine as (
    select * from products where id = $5 and seller_id = $4 and deleted_at is null for no key update
  ), listed as (
    select picture_id, row_number() over (order by position, picture_id) as place
    from product_pictures where product_id = (select id from mine)
  ), arranged as (
    select picture_id, (row_number() over (
      order by place + case when picture_id = $6 then $7::float else 0 end))::int as place
    from listed
  ), judged as (
    select case
      when not exists (select from listed where picture_id = $6) then refusal('NOT_YOURS')
    end as refused
  ), gone as (
    delete from product_pictures g using judged
    where $8::boolean and judged.refused is null and g.product_id = $5 and g.picture_id = $6
  ), moved as (
    update product_pictures g set position = a.place from arranged a, judged
    where not $8::boolean and judged.refused is null and g.product_id = $5
      and g.picture_id = a.picture_id and g.position <> a.place
  ), told as (
    ${tellProducts("(select mine.* from mine, judged where judged.refused is null) mine")}
  )
  ${remember("coalesce(judged.refused, '{\"arranged\": true}')", "judged")}`;
