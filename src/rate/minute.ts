import { rate_counted_max } from "../limits.ts";

const minute_ms = 60_000;
const everybody_else = "*";

/** Counts in this process, forgotten as each minute of the clock begins. */
export class Minute {
  #counts = new Map<string, number>();
  #began = 0;

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {}

  /** How often a name was counted in this minute, this time included. */
  count(name: string): number {
    const now = this.now();
    if (now - this.#began >= minute_ms || now < this.#began) {
      this.#began = now - now % minute_ms;
      this.#counts.clear();
    }
    // Whoever invents names without end shares one count with all who come after.
    const counted = this.#counts.has(name) || this.#counts.size < rate_counted_max;
    const key = counted ? name : everybody_else;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }

  /** Milliseconds until this minute is over. */
  get left(): number {
    return minute_ms - this.now() % minute_ms;
  }
}
