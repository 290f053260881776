import {
  scheduler_message_bytes_max,
  scheduler_retries_max,
  scheduler_retry_delay_seconds_max,
  scheduler_timeout_seconds_default,
  scheduler_timeout_seconds_max,
  scheduler_url_characters_max,
} from "../../src/limits.ts";
import { durationSeconds } from "./duration.ts";
import { fault } from "./fault.ts";
import type { Content } from "./message.ts";

/** Prefix of headers that travel to the destination. */
export const forwarded = "upstash-forward-";
/** The headers that this scheduler obeys. */
export const spoken = new Set([
  "upstash-method",
  "upstash-delay",
  "upstash-not-before",
  "upstash-deduplication-id",
  "upstash-content-based-deduplication",
  "upstash-retries",
  "upstash-retry-delay",
  "upstash-timeout",
  "upstash-callback",
  "upstash-failure-callback",
  "upstash-cron",
  "upstash-schedule-id",
]);
const methods = new Set(["GET", "POST", "PUT", "PATCH", "DELETE"]);
const ofTheConnection = /^(host|connection|content-length|transfer-encoding|upgrade|upstash-.*)$/;

/** What a publisher asks to be sent, from the headers that QStash's clients send. */
export function readContent(destination: string, headers: Headers, body: string): Content {
  for (const [name] of headers) {
    const known = spoken.has(name) || name.startsWith(forwarded) ||
      /^upstash-(telemetry|label|redact)/.test(name);
    if (name.startsWith("upstash-") && !known) throw fault(`${name} is not supported here`);
  }
  const method = headers.get("upstash-method")?.toUpperCase() ?? "POST";
  if (!methods.has(method)) throw fault(`upstash-method must be one of ${[...methods].join(", ")}`);
  if (new TextEncoder().encode(body).length > scheduler_message_bytes_max) {
    throw fault(`the body may have ${scheduler_message_bytes_max} bytes`, 413);
  }
  // PostgreSQL's text and jsonb can hold neither.
  if (body.includes("\0") || !body.isWellFormed()) throw fault("the body must be text");
  return {
    url: readUrl("destination", destination),
    method,
    headers: headersToSend(headers),
    body,
    callback: readOptionalUrl(headers, "upstash-callback"),
    failure_callback: readOptionalUrl(headers, "upstash-failure-callback"),
    retries: readRetries(headers),
    retry_delay_ms: readRetryDelayMs(headers),
    timeout_seconds: readTimeoutSeconds(headers),
  };
}

function readUrl(name: string, text: string): string {
  if (text.length > scheduler_url_characters_max) {
    throw fault(`${name} may have ${scheduler_url_characters_max} characters`);
  }
  if (!isReachable(text)) {
    throw fault(`${name} must be a URL that starts with http:// or https://`);
  }
  return text;
}

function isReachable(text: string): boolean {
  if (!/^https?:\/\/[\x21-\x7e]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

function readOptionalUrl(headers: Headers, name: string): string | null {
  const text = headers.get(name);
  return text === null ? null : readUrl(name, text);
}

function headersToSend(headers: Headers): Record<string, string> {
  const sent: Record<string, string> = {};
  const type = headers.get("content-type");
  if (type !== null) sent["content-type"] = type;
  for (const [name, value] of headers) {
    if (!name.startsWith(forwarded)) continue;
    const bare = name.slice(forwarded.length);
    if (!ofTheConnection.test(bare)) sent[bare] = value;
  }
  return sent;
}

function readRetries(headers: Headers): number {
  const retries = headers.get("upstash-retries");
  if (retries === null) return scheduler_retries_max;
  if (!/^\d{1,9}$/.test(retries)) throw fault("upstash-retries must be a whole number");
  return Math.min(Number(retries), scheduler_retries_max);
}

function readRetryDelayMs(headers: Headers): number | null {
  const delay = headers.get("upstash-retry-delay");
  if (delay === null) return null;
  if (!/^\d{1,9}$/.test(delay)) throw fault("upstash-retry-delay must be milliseconds here");
  return Math.min(Number(delay), scheduler_retry_delay_seconds_max * 1_000);
}

function readTimeoutSeconds(headers: Headers): number {
  const timeout = headers.get("upstash-timeout");
  if (timeout === null) return scheduler_timeout_seconds_default;
  const seconds = durationSeconds(timeout);
  if (!seconds) throw fault("upstash-timeout must be a duration like 30s");
  return Math.min(seconds, scheduler_timeout_seconds_max);
}
