import { uuidv7 } from "uuidv7";

/** What is to be sent: a message without its identity, its moments and its lease. */
export interface Content {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly callback: string | null;
  readonly failure_callback: string | null;
  /** Attempts after the first. */
  readonly retries: number;
  /** Absent: QStash's own growing delays. */
  readonly retry_delay_ms: number | null;
  readonly timeout_seconds: number;
}

/** A row of `scheduled_messages`. Moments are ISO 8601 in UTC. */
export interface Message extends Content {
  readonly id: string;
  readonly retried: number;
  readonly schedule_id: string | null;
  /** When it was to be sent first. */
  readonly not_before: string;
  /** When it is to be sent next or, while it is leased, when the lease ends. */
  readonly due_at: string;
  readonly lease: string | null;
  readonly created_at: string;
}

/** @param dueAtMs in milliseconds since 1970, as `nowMs` */
export function newMessage(
  content: Content,
  nowMs: number,
  dueAtMs = nowMs,
  scheduleId: string | null = null,
): Message {
  return {
    ...content,
    id: `msg_${uuidv7()}`,
    retried: 0,
    schedule_id: scheduleId,
    not_before: moment(dueAtMs),
    due_at: moment(dueAtMs),
    lease: null,
    created_at: moment(nowMs),
  };
}

/** The message as QStash's clients read it; moments are milliseconds since 1970. */
export function messageView(message: Message) {
  return {
    messageId: message.id,
    url: message.url,
    method: message.method,
    header: listed(message.headers),
    body: message.body,
    maxRetries: message.retries,
    retried: message.retried,
    retryDelayExpression: message.retry_delay_ms?.toString(),
    notBefore: Date.parse(message.not_before),
    createdAt: Date.parse(message.created_at),
    callback: message.callback ?? undefined,
    failureCallback: message.failure_callback ?? undefined,
    scheduleId: message.schedule_id ?? undefined,
  };
}

/** Headers in the shape that QStash shows them: every name with a list of values. */
export function listed(headers: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

/** Milliseconds since 1970 as PostgreSQL reads them. */
export function moment(ms: number): string {
  return new Date(ms).toISOString();
}
