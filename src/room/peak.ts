import { viewers_peak_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";

/** The most people who watched a show at once while it was on air, as all processes know it together. */
export class Peak {
  /** As far as this process knows. */
  now = 0;
  #told?: number;
  #toldAt = -Infinity;
  #isLive = false;
  #ended = false;

  constructor(private readonly database: Database, private readonly showId: string) {}

  /** So many watch at this moment. */
  see(count: number, isLive: boolean): void {
    if (isLive) this.now = Math.max(this.now, count);
    this.#ended ||= this.#isLive && !isLive;
    this.#isLive = isLive;
  }

  /**
   * Compares with what the database knows: at first, now and then while the show is on air, and when
   * that has ended or `isLast` is said.
   * @param at milliseconds since 1970
   * @throws DatabaseError
   */
  async keep(at: number, isLast: boolean): Promise<void> {
    const rose = this.#told !== undefined && this.now > this.#told;
    const due = this.#isLive && at - this.#toldAt >= viewers_peak_seconds * 1000;
    if (this.#told !== undefined && !due && !this.#ended && !(rose && isLast)) return;
    const [row] = await this.database.query<{ peak: number }>(raise_peak, [this.showId, this.now], {
      name: "raise_viewers_peak",
    });
    this.now = Math.max(row?.peak ?? 0, this.now);
    this.#told = this.now;
    this.#toldAt = at;
    this.#ended = false;
  }
}

/** Processes count apart: the highest stays. */
const raise_peak = `
  with raised as (
    update shows set viewers_peak = $2::int where id = $1 and viewers_peak < $2::int
    returning viewers_peak
  )
  select coalesce((select viewers_peak from raised), viewers_peak) as peak
  from shows where id = $1`;
