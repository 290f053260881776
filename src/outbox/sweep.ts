import { outbox_days, request_memory_days } from "../limits.ts";
import type { Database } from "../platform.ts";

/** Forgets news that everybody has read, and identities that nobody will repeat. */
export async function forgetOld(database: Database): Promise<void> {
  await database.query(
    `with news as (delete from outbox where created_at < now() - make_interval(days => $1))
     delete from requests where created_at < now() - make_interval(days => $2)`,
    [outbox_days, request_memory_days],
  );
}
