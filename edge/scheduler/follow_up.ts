import { encodeBase64 } from "hono/utils/encode";
import { scheduler_retries_max, scheduler_timeout_seconds_default } from "../../src/limits.ts";
import type { Answer } from "./attempt.ts";
import { listed, type Message, newMessage } from "./message.ts";

/**
 * The message that tells a callback, or a failure callback, what a destination said.
 * Its body: https://upstash.com/docs/qstash/features/callbacks
 */
export function followUp(
  url: string,
  message: Message,
  answer: Answer,
  nowMs: number,
  dlqId?: string,
): Message {
  const body = JSON.stringify({
    status: answer.status,
    header: listed(answer.headers),
    body: encodeBase64(answer.body.buffer),
    retried: message.retried,
    maxRetries: message.retries,
    dlqId,
    sourceMessageId: message.id,
    url: message.url,
    method: message.method,
    sourceHeader: listed(message.headers),
    sourceBody: encodeBase64(new TextEncoder().encode(message.body).buffer),
    notBefore: Date.parse(message.not_before),
    createdAt: Date.parse(message.created_at),
    scheduleId: message.schedule_id ?? undefined,
  });
  return newMessage({
    url,
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    callback: null,
    failure_callback: null,
    retries: scheduler_retries_max,
    retry_delay_ms: null,
    timeout_seconds: scheduler_timeout_seconds_default,
  }, nowMs);
}
