import type { Redis } from "@upstash/redis";
import {
  viewers_again_seconds,
  viewers_forgotten_minutes,
  viewers_kept_seconds,
  viewers_per_command_max,
} from "../limits.ts";
import { type Log, RedisAway } from "../platform.ts";

interface Written {
  /** What Redis was told of this process' viewers of a show. */
  here: ReadonlySet<string>;
  /** When it was told all of them; absent: it may not have been. */
  allAt?: number;
}

/**
 * Who watches from which process, in Redis: a set of viewers for each process and show, which is gone
 * half a minute after its process, and a sorted set of the processes of a show. Without Redis each
 * process counts its own.
 */
export class Attendance {
  readonly #process = crypto.randomUUID();
  #written = new Map<string, Written>();
  #broken = false;

  constructor(
    private readonly redis: Redis,
    private readonly now: () => number,
    private readonly log: Log,
  ) {}

  /**
   * Says who watches a show from here, and counts who watches from anywhere.
   * @returns how many; those from here alone when Redis does not answer
   */
  async count(showId: string, here: ReadonlySet<string>): Promise<number> {
    try {
      await this.#write(showId, here);
      const count = await this.#countAll(showId, here.size);
      this.#broken = false;
      return count;
    } catch (error) {
      this.#written.delete(showId);
      this.#tell(error);
      return here.size;
    }
  }

  async #write(showId: string, here: ReadonlySet<string>) {
    const key = viewersOf(showId, this.#process);
    const written = this.#written.get(showId) ?? { here: new Set() };
    const now = this.now();
    const all = written.allAt === undefined || now - written.allAt >= viewers_again_seconds * 1000;
    const come = all ? [...here] : [...here.difference(written.here)];
    const gone = all ? [] : [...written.here.difference(here)];
    if (!all && come.length === 0 && gone.length === 0) return;

    const telling = this.redis.multi();
    if (all) telling.del(key);
    for (const some of chunks(gone)) telling.srem(key, ...some);
    for (const some of chunks(come)) telling.sadd(key, ...some as [string, ...string[]]);
    telling.expire(key, viewers_kept_seconds);
    if (here.size > 0) {
      telling.zadd(processesOf(showId), { score: now, member: this.#process });
      telling.expire(processesOf(showId), viewers_kept_seconds);
    } else {
      telling.zrem(processesOf(showId), this.#process);
    }
    telling.scard(key);
    const kept = (await telling.exec<unknown[]>()).at(-1);

    if (here.size === 0) this.#written.delete(showId);
    // A Redis that began anew meanwhile knows only what came last: next time it is told all.
    else {this.#written.set(showId, {
        here,
        allAt: kept !== here.size ? undefined : all ? now : written.allAt,
      });}
  }

  async #countAll(showId: string, here: number): Promise<number> {
    const processes = await this.redis.zrange<string[]>(processesOf(showId), 0, -1);
    const others = processes.filter((process) => process !== this.#process);
    if (others.length === 0) return here;
    const all = `${processesOf(showId)}:all`;
    const [count] = await this.redis.multi()
      .sunionstore(
        all,
        viewersOf(showId, this.#process),
        ...others.map((process) => viewersOf(showId, process)),
      )
      .expire(all, viewers_kept_seconds)
      // Processes that have ended. Clocks may differ; what counts has gone by Redis' own.
      .zremrangebyscore(
        processesOf(showId),
        "-inf",
        this.now() - viewers_forgotten_minutes * 60_000,
      )
      .exec<[number, number, number]>();
    return count;
  }

  #tell(error: unknown) {
    if (this.#broken) return;
    this.#broken = true;
    const level = error instanceof RedisAway ? "info" : "warn";
    this.log(level, "viewers.alone", { error: String(error) });
  }
}

function processesOf(showId: string): string {
  return `viewers:${showId}`;
}

function viewersOf(showId: string, process: string): string {
  return `viewers:${showId}:${process}`;
}

function chunks(all: readonly string[]): string[][] {
  const count = Math.ceil(all.length / viewers_per_command_max);
  return Array.from(
    { length: count },
    (_, at) => all.slice(at * viewers_per_command_max, (at + 1) * viewers_per_command_max),
  );
}
