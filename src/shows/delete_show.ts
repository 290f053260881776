import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";

export interface Deleted {
  readonly id: string;
  readonly deleted: true;
}

/**
 * Deletes a show with its chat; its products and orders stay. One that is on air must end first.
 * Refusals: NOT_YOURS, SHOW_STATE, IDEMPOTENCY_MISMATCH.
 */
export function deleteShow(
  database: Database,
  asked: AskedBySeller,
  showId: string,
): Promise<Outcome<Deleted>> {
  return answerOnce<Deleted>(database, asked, {
    name: "delete_show",
    text: delete_show,
    parameters: [showId],
    wish: showId,
  });
}

const delete_show = `
  with asked as (select), mine as (
    select * from shows where id = $5 and seller_id = $4 for update
  ), judged as (
    select mine.id, case
      when mine.id is null then refusal('NOT_YOURS')
      when mine.state = 'live' then refusal('SHOW_STATE', jsonb_build_object('state', mine.state))
    end as refused
    from asked left join mine on true
  ), gone as (
    delete from shows s using judged where judged.refused is null and s.id = judged.id
    returning s.id, s.version
  ), told as (
    insert into outbox (topic, subject, body)
    select 'show', id, jsonb_build_object('state', 'deleted', 'version', version + 1) from gone
  )
  ${
  remember(
    "coalesce(judged.refused, jsonb_build_object('id', judged.id, 'deleted', true))",
    "judged",
  )
}`;
