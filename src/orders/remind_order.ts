import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { isoSql } from "../db/iso.ts";
import type { Outcome } from "../errors.ts";
import { reminder_pause_minutes } from "../limits.ts";
import type { Database } from "../platform.ts";

/**
 * Asks a buyer for payment because the seller wants it so; not again within
 * `reminder_pause_minutes`.
 *
 * Refusals: NOT_YOURS, ORDER_STATE, PAYMENT_LATE, RATE_LIMITED, IDEMPOTENCY_MISMATCH.
 */
export function remindOrder(
  database: Database,
  asked: AskedBySeller,
  number: string,
): Promise<Outcome<{ number: string; remindedAt: string }>> {
  return answerOnce(database, asked, {
    name: "remind_order",
    text: remind_order,
    parameters: [number, reminder_pause_minutes],
    wish: number,
  });
}

const remind_order = `
  with asked as (select), mine as (
    select *, reminded_at + make_interval(mins => $6) as again_at
    from orders where number = $5 and seller_id = $4 for no key update
  ), judged as (
    select mine.id, case
      when mine.id is null then refusal('NOT_YOURS')
      when mine.state <> 'awaiting_payment' then refusal('ORDER_STATE', jsonb_build_object('state', mine.state))
      when mine.due_at <= now() then refusal('PAYMENT_LATE')
      when mine.again_at > now() then refusal('RATE_LIMITED', jsonb_build_object('retryAfterMs',
        ceil(extract(epoch from mine.again_at - now()) * 1000)::int))
    end as refused
    from asked left join mine on true
  ), reminded as (
    update orders o set reminded_at = now()
    from judged where judged.refused is null and o.id = judged.id
    returning o.*
  ), told as (
    insert into outbox (topic, subject, body)
    select 'order.reminder', id, jsonb_build_object('number', number, 'shopperId', shopper_id,
      'sellerId', seller_id)
    from reminded
  )
  ${
  remember(
    `coalesce(judged.refused, jsonb_build_object('number', $5::text,
    'remindedAt', ${isoSql("now()")}))`,
    "judged",
  )
}`;
