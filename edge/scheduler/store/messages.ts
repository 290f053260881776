import type { Database } from "../../../src/platform.ts";
import type { Message } from "../message.ts";
import type { Filter } from "../filter.ts";

/** @returns the message while it waits or is being delivered */
export async function findMessage(database: Database, id: string): Promise<Message | undefined> {
  const [row] = await database.query<{ message: Message }>(
    `select to_jsonb(m) as message from scheduled_messages m where id = $1`,
    [id],
  );
  return row?.message;
}

/** Forgets messages; an attempt that is under way is not called back, but is the last one. */
export async function cancelMessages(database: Database, filter: Filter): Promise<number> {
  const [row] = await database.query<{ cancelled: number }>(
    `with gone as (
      delete from scheduled_messages
      where ($1::jsonb -> 'ids' is null or $1::jsonb -> 'ids' ? id)
        and ($1::jsonb -> 'urls' is null or $1::jsonb -> 'urls' ? url)
        and ($1::jsonb -> 'scheduleIds' is null or $1::jsonb -> 'scheduleIds' ? schedule_id)
      returning 1
    )
    select count(*)::int as cancelled from gone`,
    [JSON.stringify(filter)],
  );
  return row?.cancelled ?? 0;
}
