import type { Database } from "../../../src/platform.ts";
import { type Content, type Message, moment } from "../message.ts";

/** A row of `schedules`. Moments are ISO 8601 in UTC. */
export interface Schedule {
  readonly id: string;
  readonly cron: string;
  readonly content: Content;
  /** From a turn to its delivery. */
  readonly delay_seconds: number;
  readonly paused: boolean;
  readonly last_at: string | null;
  readonly next_at: string;
  readonly created_at: string;
}

/** A schedule's turn that has come: what it sends, and when the next one comes. */
export interface Turn {
  readonly id: string;
  /** The turn's moment as the row had it: one process alone can take it. */
  readonly at: string;
  readonly next_at: string;
  readonly message: Message;
}

/**
 * Makes a schedule, or changes the one with its id. The same cron keeps its next turn, so that a
 * process that restarts within the minute still has one; and what is paused stays so.
 */
export async function putSchedule(database: Database, schedule: Schedule): Promise<void> {
  await database.query(
    `insert into schedules as known
    select row.* from jsonb_populate_record(null::schedules, $1::jsonb) as row
    on conflict (id) do update set
      cron = excluded.cron,
      content = excluded.content,
      delay_seconds = excluded.delay_seconds,
      next_at = case when known.cron = excluded.cron then known.next_at else excluded.next_at end`,
    [JSON.stringify(schedule)],
  );
}

export async function listSchedules(database: Database, count: number): Promise<Schedule[]> {
  const rows = await database.query<{ schedule: Schedule }>(
    `select to_jsonb(s) as schedule from schedules s order by id limit $1`,
    [count],
  );
  return rows.map((row) => row.schedule);
}

export async function findSchedule(database: Database, id: string): Promise<Schedule | undefined> {
  const [row] = await database.query<{ schedule: Schedule }>(
    `select to_jsonb(s) as schedule from schedules s where id = $1`,
    [id],
  );
  return row?.schedule;
}

/** @returns whether there was one */
export async function deleteSchedule(database: Database, id: string): Promise<boolean> {
  const gone = await database.query(`delete from schedules where id = $1 returning id`, [id]);
  return gone.length > 0;
}

/** @returns whether there was one */
export async function pauseSchedule(database: Database, id: string): Promise<boolean> {
  const paused = await database.query(
    `update schedules set paused = true where id = $1 returning id`,
    [id],
  );
  return paused.length > 0;
}

/** Turns that were missed while it was paused stay missed. @returns whether there was one */
export async function resumeSchedule(
  database: Database,
  id: string,
  nextAtMs: number,
): Promise<boolean> {
  const resumed = await database.query(
    `update schedules set paused = false, next_at = case when paused then $2 else next_at end
    where id = $1 returning id`,
    [id, moment(nextAtMs)],
  );
  return resumed.length > 0;
}

export async function dueSchedules(
  database: Database,
  nowMs: number,
  count: number,
): Promise<Schedule[]> {
  const rows = await database.query<{ schedule: Schedule }>(
    `select to_jsonb(s) as schedule from schedules s
    where next_at <= $1 and not paused order by next_at limit $2`,
    [moment(nowMs), count],
  );
  return rows.map((row) => row.schedule);
}

/** Sends the messages of the turns that no other process has taken meanwhile. */
export async function takeTurns(database: Database, turns: readonly Turn[]): Promise<void> {
  await database.query(
    `with taken as (
      update schedules s set last_at = s.next_at, next_at = turn.next_at
      from jsonb_to_recordset($1::jsonb)
        as turn (id text, at timestamptz, next_at timestamptz, message jsonb)
      where s.id = turn.id and s.next_at = turn.at and not s.paused
      returning turn.message
    )
    insert into scheduled_messages
    select row.* from taken,
      jsonb_populate_record(null::scheduled_messages, taken.message) as row`,
    [JSON.stringify(turns)],
  );
}
