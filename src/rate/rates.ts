import { Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "@upstash/redis";
import type { Refusal } from "../errors.ts";
import { rate_alone_ms, rate_answer_ms_max } from "../limits.ts";
import { type Log, type Platform, RedisAway } from "../platform.ts";
import { rateBounds, type RateClass } from "./bounds.ts";
import { Minute } from "./minute.ts";

type Shared = Readonly<Record<RateClass, Ratelimit>>;

/**
 * Bounds what one person asks for in a minute, by class: in all processes together while Redis
 * answers, in each by itself while it does not. Nobody is let through unweighed.
 */
export class Rates {
  readonly #here: Minute;
  readonly #shared: Shared;
  readonly #now: () => number;
  readonly #log: Log;
  readonly #on: boolean;
  #aloneUntil = 0;
  #alone = false;

  constructor({ redis, now, log, configuration }: Platform) {
    this.#here = new Minute(now);
    this.#shared = shared(redis);
    this.#now = now;
    this.#log = log;
    this.#on = configuration.rateLimits;
  }

  /** Counts a request. Refusal: RATE_LIMITED, until the minute is over. */
  async over(rate: RateClass, who: string): Promise<Refusal | undefined> {
    if (!this.#on) return undefined;
    // What this process has seen by itself is too much for all together, too; and it knows how
    // much it has seen when Redis goes away.
    const fits = this.#here.count(`${rate} ${who}`) <= rateBounds[rate];
    if (fits && await this.#fitsTogether(rate, who)) return undefined;
    return { code: "RATE_LIMITED", retryAfterMs: this.#here.left };
  }

  async #fitsTogether(rate: RateClass, who: string): Promise<boolean> {
    if (this.#now() < this.#aloneUntil) return true;
    try {
      const { success, reason } = await this.#shared[rate].limit(who);
      if (reason === "timeout") throw new RedisAway("Redis did not answer in time");
      this.#alone = false;
      return success;
    } catch (error) {
      this.#goAlone(error);
      return true;
    }
  }

  /** Nobody waits for a Redis that has just failed somebody else. */
  #goAlone(error: unknown) {
    const forGood = /unknown command/.test(String(error));
    this.#aloneUntil = forGood ? Infinity : this.#now() + rate_alone_ms;
    if (!this.#alone) this.#log(forGood ? "info" : "warn", "rates.alone", { error: String(error) });
    this.#alone = true;
  }
}

function shared(redis: Redis): Shared {
  const limiter = (rate: RateClass) =>
    new Ratelimit({
      redis,
      limiter: Ratelimit.fixedWindow(rateBounds[rate], "60 s"),
      prefix: `rate:${rate}`,
      // What it answers then is yes.
      timeout: rate_answer_ms_max,
      ephemeralCache: false,
      enableTelemetry: false,
    });
  return {
    signIn: limiter("signIn"),
    ordering: limiter("ordering"),
    holding: limiter("holding"),
    general: limiter("general"),
  };
}
