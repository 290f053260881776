import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { type SellersShow, showJson, tellShows } from "./show_json.ts";

export interface GoodsMove {
  readonly productId: string;
  readonly to: "up" | "down";
}

/**
 * Moves a product of a show past its neighbour; at the end of the list it stays where it is.
 * Refusals: NOT_YOURS (the show, or a product that is not in it), IDEMPOTENCY_MISMATCH.
 */
export function arrangeGoods(
  database: Database,
  asked: AskedBySeller,
  showId: string,
  move: GoodsMove,
): Promise<Outcome<SellersShow>> {
  return answerOnce<SellersShow>(database, asked, {
    name: "arrange_goods",
    text: arrange_goods,
    // Between the neighbour and the one behind it.
    parameters: [showId, move.productId, move.to === "up" ? -1.5 : 1.5],
    wish: [showId, move],
  });
}

const arrange_goods = `
  with asked as (select), mine as (
    select * from shows where id = $5 and seller_id = $4 for no key update
  ), listed as (
    select p.id, row_number() over (order by p.position, p.id) as place
    from products p join mine on p.show_id = mine.id where p.deleted_at is null
  ), arranged as (
    select id, (row_number() over (
      order by place + case when id = $6 then $7::float else 0 end))::int as place
    from listed
  ), judged as (
    select mine.id, case
      when mine.id is null or not exists (select from listed where id = $6)
        then refusal('NOT_YOURS')
    end as refused
    from asked left join mine on true
  ), moved as (
    update products p set position = a.place from arranged a, judged
    where judged.refused is null and p.id = a.id and p.position <> a.place
  ), changed as (
    update shows s set version = s.version + 1
    from judged where judged.refused is null and s.id = judged.id
    returning s.*
  ), told as (${tellShows("changed")})
  ${
  remember(`coalesce(judged.refused, ${showJson("changed")})`, "judged left join changed on true")
}`;
