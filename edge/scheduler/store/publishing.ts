import type { Database } from "../../../src/platform.ts";
import { scheduler_deduplication_minutes } from "../../../src/limits.ts";
import { type Message, moment } from "../message.ts";

/** A message to be kept, and the id under which a repetition of it is recognised. */
export interface Publication {
  readonly message: Message;
  readonly deduplicationId: string | null;
}

/** Whose id the publisher is told: his message's, or that of the one it repeats. */
export interface Receipt {
  readonly id: string;
  readonly deduplicated: boolean;
}

/**
 * Keeps messages, each id of deduplication once. Receipts come in the order of the publications.
 * Ids are written in their order, so that two batches never wait for each other.
 */
export function publish(
  database: Database,
  publications: readonly Publication[],
  nowMs: number,
): Promise<Receipt[]> {
  const expiresAtMs = nowMs + scheduler_deduplication_minutes * 60_000;
  return database.query<Receipt>(
    `with asked as (
      select place, item -> 'message' as message, item ->> 'deduplicationId' as deduplication_id
      from jsonb_array_elements($1::jsonb) with ordinality as list (item, place)
    ), named as (
      select distinct on (deduplication_id) deduplication_id, message ->> 'id' as message_id
      from asked where deduplication_id is not null
      order by deduplication_id, place
    ), remembered as (
      insert into message_deduplications as known (id, message_id, expires_at)
      select deduplication_id, message_id, $3::timestamptz from named order by deduplication_id
      on conflict (id) do update set
        message_id = case when known.expires_at <= $2 then excluded.message_id
          else known.message_id end,
        expires_at = case when known.expires_at <= $2 then excluded.expires_at
          else known.expires_at end
      returning id, message_id
    ), judged as (
      select place, message, coalesce(remembered.message_id, message ->> 'id') as id
      from asked left join remembered on remembered.id = asked.deduplication_id
    ), kept as (
      insert into scheduled_messages
      select row.* from judged,
        jsonb_populate_record(null::scheduled_messages, judged.message) as row
      where row.id = judged.id
    )
    select id, id <> message ->> 'id' as deduplicated from judged order by place`,
    [JSON.stringify(publications), moment(nowMs), moment(expiresAtMs)],
  );
}
