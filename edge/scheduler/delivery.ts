import { uuidv7 } from "uuidv7";
import { scheduler_retry_delay_seconds_max } from "../../src/limits.ts";
import type { Database, Log } from "../../src/platform.ts";
import { type Answer, attempt } from "./attempt.ts";
import { followUp } from "./follow_up.ts";
import type { Message } from "./message.ts";
import { bury } from "./store/dead_letters.ts";
import { type Leased, settleDelivered, settlePostponed } from "./store/deliveries.ts";

export interface Means {
  readonly database: Database;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly log: Log;
  readonly currentSigningKey: string;
}

/** Sends a claimed message once and writes down what comes of it. */
export async function deliver(message: Leased, means: Means): Promise<void> {
  const { database, fetch, now, log, currentSigningKey: key } = means;
  const answer = await attempt(message, { fetch, key, nowMs: now() });
  const then = message.callback === null
    ? []
    : [followUp(message.callback, message, answer, now())];

  if (answer.status >= 200 && answer.status < 300) {
    return await settleDelivered(database, message, then);
  }
  const facts = { messageId: message.id, status: answer.status, retried: message.retried };
  if (message.retried < message.retries) {
    log("warn", "scheduler.attempt_failed", facts);
    return await settlePostponed(database, message, now() + retryDelayMs(message), then);
  }
  log("error", "scheduler.message_given_up", facts);
  await giveUp(message, answer, then, means);
}

/** 12 s, 2.5 min, 30 min, 6 h, 24 h: https://upstash.com/docs/qstash/features/retry */
export function retryDelayMs(message: Pick<Message, "retried" | "retry_delay_ms">): number {
  if (message.retry_delay_ms !== null) return message.retry_delay_ms;
  const seconds = Math.floor(Math.exp(2.5 * (message.retried + 1)));
  return Math.min(seconds, scheduler_retry_delay_seconds_max) * 1_000;
}

async function giveUp(
  message: Leased,
  answer: Answer,
  then: readonly Message[],
  { database, now }: Means,
): Promise<void> {
  const id = `dlq_${uuidv7()}`;
  const failure = message.failure_callback === null
    ? []
    : [followUp(message.failure_callback, message, answer, now(), id)];
  const kept = {
    status: answer.status,
    headers: answer.headers,
    // PostgreSQL's text and jsonb cannot hold NUL.
    body: new TextDecoder().decode(answer.body).replaceAll("\0", "\uFFFD"),
  };
  const letter = { id, answer: kept, failedAtMs: now() };
  await bury(database, message, letter, [...then, ...failure]);
}
