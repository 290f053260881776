import type { Hono } from "hono";
import type { Database, Log, SchedulerAddress } from "../../src/platform.ts";
import { deliverer } from "./deliverer.ts";
import { protocol } from "./protocol.ts";

export interface EmbeddedSchedulerOptions {
  readonly database: Database;
  /** The wall clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly keys: Pick<SchedulerAddress, "token" | "currentSigningKey" | "nextSigningKey">;
}

export interface EmbeddedScheduler {
  /** QStash's HTTP protocol, to be served on a loopback port of its own. */
  readonly app: Hono;
  /** Begins to deliver. */
  start(): void;
  /** Takes nothing new to deliver, and answers when what is under way is settled. */
  stop(): Promise<void>;
  /** Delivers all that is due by the clock, and what follows from it, without `start`. */
  deliverDue(): Promise<void>;
}

/**
 * A scheduler within this process: it speaks QStash's protocol, keeps its messages in the database,
 * signs and retries like QStash, and delivers at least once. Several processes on one database
 * share the work.
 */
export function embeddedScheduler(options: EmbeddedSchedulerOptions): EmbeddedScheduler {
  const { database, now, fetch, log, keys } = options;
  const { currentSigningKey } = keys;
  const { wake, ...delivery } = deliverer({ database, now, fetch, log, currentSigningKey });
  return { app: protocol({ database, now, wake }, keys, log), ...delivery };
}
