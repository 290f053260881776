import type { Database } from "../../../src/platform.ts";
import { scheduler_lease_margin_seconds } from "../../../src/limits.ts";
import { type Message, moment } from "../message.ts";

/** A claimed message is nobody else's until its attempt must be over. */
export interface Leased extends Message {
  readonly lease: string;
}

/** Claims what is due, the oldest first, for longer than the attempts can take. */
export async function claim(
  database: Database,
  { lease, room, nowMs }: { lease: string; room: number; nowMs: number },
): Promise<Leased[]> {
  const rows = await database.query<{ message: Leased }>(
    `with due as (
      select id from scheduled_messages where due_at <= $1
      order by due_at limit $2 for update skip locked
    )
    update scheduled_messages m set
      lease = $3,
      due_at = $1::timestamptz + make_interval(secs => m.timeout_seconds + $4::int)
    from due where m.id = due.id
    returning to_jsonb(m) as message`,
    [moment(nowMs), room, lease, scheduler_lease_margin_seconds],
  );
  return rows.map((row) => row.message);
}

/** Ends a message that arrived. @param then messages that follow from it */
export async function settleDelivered(
  database: Database,
  message: Leased,
  then: readonly Message[],
): Promise<void> {
  await database.query(
    `with done as (
      delete from scheduled_messages where id = $1 and lease = $2 returning 1
    )
    insert into scheduled_messages
    select row.* from jsonb_populate_recordset(null::scheduled_messages, $3::jsonb) as row
    where exists (select from done)`,
    [message.id, message.lease, JSON.stringify(then)],
  );
}

/** Puts a message that failed back in line. @param then messages that follow from it */
export async function settlePostponed(
  database: Database,
  message: Leased,
  dueAtMs: number,
  then: readonly Message[],
): Promise<void> {
  await database.query(
    `with done as (
      update scheduled_messages set retried = retried + 1, due_at = $4, lease = null
      where id = $1 and lease = $2 returning 1
    )
    insert into scheduled_messages
    select row.* from jsonb_populate_recordset(null::scheduled_messages, $3::jsonb) as row
    where exists (select from done)`,
    [message.id, message.lease, JSON.stringify(then), moment(dueAtMs)],
  );
}

/** When the next message or turn of a schedule falls due, in milliseconds since 1970. */
export async function nextDueAtMs(database: Database): Promise<number | undefined> {
  const [row] = await database.query<{ ms: number | null }>(
    `select (extract(epoch from least(
      (select min(due_at) from scheduled_messages),
      (select min(next_at) from schedules where not paused)
    )) * 1000)::float8 as ms`,
  );
  return row?.ms ?? undefined;
}

/** Forgets deduplications and dead letters whose time has passed. */
export async function forget(database: Database, nowMs: number, buriedBeforeMs: number) {
  await database.query(
    `with repetitions as (
      delete from message_deduplications where id in (
        select id from message_deduplications where expires_at <= $1 for update skip locked
      )
    )
    delete from dead_letters where failed_at <= $2`,
    [moment(nowMs), moment(buriedBeforeMs)],
  );
}
