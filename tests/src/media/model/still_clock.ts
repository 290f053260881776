import type { Database } from "../../../../src/platform.ts";

/** The database's time as a story knows it: it stands still but for what the story lets pass. */
export class StillClock {
  #at?: string;

  constructor(private readonly database: Database) {}

  /** Takes back what has passed since it was asked last, and lets so many seconds pass. */
  async pass(seconds = 0): Promise<void> {
    const [row] = await this.database.query<{ at: string }>(shift, [this.#at ?? null, seconds], {
      name: "shift",
    });
    this.#at = row!.at;
  }
}

const by =
  "(select coalesce(clock_timestamp() - $1::timestamptz, '0') - make_interval(secs => $2))";
const shift = `
  with passed as materialized (select ${by} as by, clock_timestamp() as at), planned as (
    update shows set starts_at = starts_at + by from passed
  ), waited as (
    update signals set came_at = came_at + by, lost_at = lost_at + by, ends_at = ends_at + by,
      yields_until = yields_until + by from passed
  )
  select at from passed`;
