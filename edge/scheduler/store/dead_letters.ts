import type { Database } from "../../../src/platform.ts";
import type { Filter } from "../filter.ts";
import { type Message, moment } from "../message.ts";
import type { Leased } from "./deliveries.ts";

/** What a destination said to an attempt; status 0 when it said nothing. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A message that was given up. `failed_at` is ISO 8601 in UTC. */
export interface DeadLetter {
  readonly id: string;
  readonly message: Message;
  readonly answer: KeptAnswer;
  readonly failed_at: string;
}

/** One page of dead letters: those after `cursor`, `count` at most. */
export interface Page {
  readonly filter: Filter;
  readonly cursor: string;
  readonly count: number;
}

const onPage = `where id > $2
  and ($1::jsonb -> 'ids' is null or $1::jsonb -> 'ids' ? id)
  and ($1::jsonb -> 'urls' is null or $1::jsonb -> 'urls' ? (message ->> 'url'))
  and ($1::jsonb -> 'scheduleIds' is null or $1::jsonb -> 'scheduleIds' ? (message ->> 'schedule_id'))
  order by id limit $3`;

/** Gives a message up. @param then messages that follow from it */
export async function bury(
  database: Database,
  message: Leased,
  letter: { id: string; answer: KeptAnswer; failedAtMs: number },
  then: readonly Message[],
): Promise<void> {
  await database.query(
    `with done as (
      delete from scheduled_messages m where id = $1 and lease = $2 returning to_jsonb(m) as message
    ), buried as (
      insert into dead_letters (id, message, answer, failed_at)
      select $4::text, done.message, $5::jsonb, $6::timestamptz from done
    )
    insert into scheduled_messages
    select row.* from jsonb_populate_recordset(null::scheduled_messages, $3::jsonb) as row
    where exists (select from done)`,
    [
      message.id,
      message.lease,
      JSON.stringify(then),
      letter.id,
      JSON.stringify(letter.answer),
      moment(letter.failedAtMs),
    ],
  );
}

export async function listDeadLetters(database: Database, page: Page): Promise<DeadLetter[]> {
  const rows = await database.query<{ letter: DeadLetter }>(
    `select to_jsonb(d) as letter from dead_letters d ${onPage}`,
    parameters(page),
  );
  return rows.map((row) => row.letter);
}

/** @returns the ids of the letters that are gone, in their order */
export async function deleteDeadLetters(database: Database, page: Page): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `with gone as (
      delete from dead_letters
      where id in (select id from dead_letters ${onPage}) returning id
    )
    select id from gone order by id`,
    parameters(page),
  );
  return rows.map((row) => row.id);
}

/**
 * Sends given-up messages again, each under a new id and with all its attempts.
 * @returns the ids of the letters and of their new messages, in the order of the letters
 */
export function reviveDeadLetters(
  database: Database,
  page: Page,
  nowMs: number,
): Promise<{ id: string; messageId: string }[]> {
  return database.query(
    `with gone as (
      delete from dead_letters
      where id in (select id from dead_letters ${onPage}) returning id, message
    ), fresh as (
      select id, 'msg_' || gen_random_uuid() as message_id, message from gone
    ), revived as (
      insert into scheduled_messages
      select row.* from fresh, jsonb_populate_record(
        null::scheduled_messages,
        fresh.message || jsonb_build_object(
          'id', fresh.message_id, 'retried', 0, 'lease', null,
          'not_before', $4::text, 'due_at', $4::text, 'created_at', $4::text
        )
      ) as row
    )
    select id, message_id as "messageId" from fresh order by id`,
    [...parameters(page), moment(nowMs)],
  );
}

function parameters({ filter, cursor, count }: Page): unknown[] {
  return [JSON.stringify(filter), cursor, count];
}
