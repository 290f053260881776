import { signals_per_sweep } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Callbacks } from "../schedule/ask.ts";
import { bucketOf } from "../schedule/bucket.ts";

/** Asks to be called when the signal of a show was waited for long enough. */
export function askForEnd(callbacks: Callbacks, endsAt: string): void {
  // A second later, since the database's clock is not this one.
  const notBefore = bucketOf(Date.parse(endsAt), 1) + 1000;
  callbacks.ask({ name: "signal-due", notBefore, deduplicationId: `signal-due-${notBefore}` });
}

/** Asks for every such moment of the coming ones, where the asking was lost. */
export async function askForEnds(
  database: Database,
  callbacks: Callbacks,
  seconds: number,
): Promise<void> {
  const rows = await database.query<{ moment: string }>(
    `select distinct date_trunc('second', ends_at) as moment from signals
     where state = 'lost' and ends_at <= now() + make_interval(secs => $1)`,
    [seconds],
    { name: "signal_deadlines" },
  );
  rows.forEach(({ moment }) =>
    askForEnd(callbacks, new Date(Date.parse(moment) + 999).toISOString())
  );
}

/** Ends the shows whose signal stayed away. @returns how many */
export async function endLost(database: Database): Promise<number> {
  const [row] = await database.query<{ ended: number }>(
    "select end_lost_shows($1) as ended",
    [signals_per_sweep],
    { name: "end_lost_shows" },
  );
  return row!.ended;
}
