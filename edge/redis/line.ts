import { createClient } from "@redis/client";
import {
  redis_answer_ms_max,
  redis_ping_seconds,
  redis_reconnect_ms_range,
} from "../../src/limits.ts";
import { type Log, RedisAway } from "../../src/platform.ts";
import { alarm } from "../scheduler/alarm.ts";

export type Connection = ReturnType<typeof connection>;

/**
 * Keeps one connection to a Redis up: a lost one is replaced, after a pause that grows while that
 * fails. Nothing waits for its return: what is asked for meanwhile fails at once.
 */
export class Line {
  /** The connection while it is up. */
  up?: Connection;
  #client?: Connection;
  #closed = false;
  #pause = alarm();
  #tried = Promise.withResolvers<void>();
  #keeping: Promise<void>;

  /** @param begin tells a new connection what it needs to know before it is up */
  constructor(
    private readonly url: string,
    private readonly log: Log,
    private readonly begin: (connection: Connection) => Promise<unknown> = async () => {},
  ) {
    this.#keeping = this.#keep();
  }

  /** @throws RedisAway when there is no connection, or no answer in time */
  async use<Answer>(ask: (connection: Connection) => Promise<Answer>): Promise<Answer> {
    await this.#tried.promise;
    if (!this.up) throw new RedisAway("Redis is away");
    return await answered(this.up, ask);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#client?.destroy();
    this.#pause.wake();
    await this.#keeping;
  }

  async #keep() {
    const [least, most] = redis_reconnect_ms_range;
    for (let tries = 0; !this.#closed; tries++) {
      const wasUp = await this.#live(tries);
      if (wasUp) tries = 0;
      const pause = Math.min(least * 2 ** tries, most);
      if (!this.#closed) await this.#pause.rest(pause * (0.5 + Math.random() / 2));
    }
  }

  /** The life of one connection. */
  async #live(tries: number): Promise<boolean> {
    const client = this.#client = connection(this.url);
    const lost = Promise.withResolvers<unknown>();
    client.on("error", lost.resolve).on("end", () => lost.resolve("closed"));
    try {
      await answered(client, () => client.connect());
      await answered(client, this.begin);
      this.up = client;
      if (tries > 0) this.log("info", "redis.back", { tries });
      this.#tried.resolve();
      const pinging = setInterval(() => ping(client), redis_ping_seconds * 1000);
      const reason = await lost.promise;
      clearInterval(pinging);
      if (!this.#closed) this.log("warn", "redis.away", { reason: String(reason) });
    } catch (error) {
      if (tries === 0) this.log("warn", "redis.unreachable", { reason: reasonOf(error) });
    }
    const wasUp = this.up !== undefined;
    this.up = undefined;
    this.#tried.resolve();
    client.destroy();
    return wasUp;
  }
}

// Its own way back is not used: it holds on to a connection that has gone silent.
function connection(url: string) {
  return createClient({
    url,
    RESP: 2,
    maintNotifications: "disabled",
    disableOfflineQueue: true,
    socket: { reconnectStrategy: false, connectTimeout: redis_answer_ms_max },
  });
}

/** A peer that went without a word is noticed by its silence. */
function ping(client: Connection) {
  answered(client, () => client.ping()).catch(() => {});
}

/** The answer within its bound; a connection that gives none is given up. */
async function answered<Answer>(
  client: Connection,
  ask: (connection: Connection) => Promise<Answer>,
): Promise<Answer> {
  const timer = setTimeout(() => client.destroy(), redis_answer_ms_max);
  try {
    return await ask(client);
  } catch (error) {
    throw client.isReady ? error : new RedisAway("Redis went away", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  return String(error instanceof RedisAway ? error.cause : error);
}
