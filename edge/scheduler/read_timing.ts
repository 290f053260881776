import { scheduler_delay_days_max } from "../../src/limits.ts";
import { durationSeconds } from "./duration.ts";
import { fault } from "./fault.ts";

/** @returns when to send, in milliseconds since 1970; `upstash-not-before` wins over a delay */
export function readDueAtMs(headers: Headers, nowMs: number): number {
  const notBefore = headers.get("upstash-not-before");
  if (notBefore === null) return nowMs + readDelaySeconds(headers) * 1_000;
  if (!/^\d{1,12}$/.test(notBefore)) throw fault("upstash-not-before must be seconds since 1970");
  const dueAtMs = Math.max(Number(notBefore) * 1_000, nowMs);
  assertNotTooFar((dueAtMs - nowMs) / 1_000);
  return dueAtMs;
}

export function readDelaySeconds(headers: Headers): number {
  const delay = headers.get("upstash-delay");
  if (delay === null) return 0;
  const seconds = durationSeconds(delay);
  if (seconds === undefined) throw fault("upstash-delay must be a duration like 90s or 1h30m");
  assertNotTooFar(seconds);
  return seconds;
}

function assertNotTooFar(seconds: number): void {
  if (seconds <= scheduler_delay_days_max * 86_400) return;
  throw fault(`a message may wait ${scheduler_delay_days_max} days`);
}
