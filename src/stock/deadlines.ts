import { lapse_bucket_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Callbacks } from "../schedule/ask.ts";
import { bucketOf } from "../schedule/bucket.ts";

/** Asks to be called when a hold is due: once for all that are due within the same few seconds. */
export function askForLapse(callbacks: Callbacks, expiresAt: string) {
  // A second later, since the database's clock is not this one.
  const notBefore = bucketOf(Date.parse(expiresAt), lapse_bucket_seconds) + 1000;
  callbacks.ask({ name: "lapse", notBefore, deduplicationId: `lapse-${notBefore}` });
}

/**
 * Asks for every deadline of the coming moments: those of promoted holds, which nobody was there
 * to ask for, and those whose asking was lost.
 */
export async function askForDeadlines(database: Database, callbacks: Callbacks, seconds: number) {
  const rows = await database.query<{ due: string }>(
    `select distinct date_bin(make_interval(secs => $2), expires_at, 'epoch') as due from holds
     where state = 'held' and expires_at <= now() + make_interval(secs => $1)`,
    [seconds, lapse_bucket_seconds],
    { name: "deadlines" },
  );
  for (const { due } of rows) {
    askForLapse(callbacks, new Date(Date.parse(due) + lapse_bucket_seconds * 1000).toISOString());
  }
}
