import { scheduler_answer_bytes_max } from "../../src/limits.ts";
import type { Message } from "./message.ts";
import { signature } from "./signature.ts";

/** What a destination said; status 0 when it could not be asked or did not answer in time. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The first `scheduler_answer_bytes_max` bytes. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Sends a message once, signed. Whatever goes wrong at the other end is an answer. */
export async function attempt(
  message: Message,
  { fetch, key, nowMs }: { fetch: typeof globalThis.fetch; key: string; nowMs: number },
): Promise<Answer> {
  const body = message.method === "GET" ? "" : message.body;
  const headers = new Headers(message.headers);
  headers.set("Upstash-Message-Id", message.id);
  headers.set("Upstash-Retried", String(message.retried));
  if (message.schedule_id !== null) headers.set("Upstash-Schedule-Id", message.schedule_id);
  headers.set("Upstash-Signature", await signature({ url: message.url, body, key, nowMs }));

  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), message.timeout_seconds * 1_000);
  try {
    const response = await fetch(message.url, {
      method: message.method,
      headers,
      body: body === "" ? undefined : body,
      redirect: "manual",
      signal: timeout.signal,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await firstBytes(response, scheduler_answer_bytes_max),
    };
  } catch (error) {
    const reason = timeout.signal.aborted ? "timeout" : String(error);
    return { status: 0, headers: {}, body: new TextEncoder().encode(reason) };
  } finally {
    clearTimeout(timer);
  }
}

async function firstBytes(response: Response, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const kept = new Uint8Array(bytesMax);
  let length = 0;
  while (length < bytesMax) {
    const { done, value } = await reader.read();
    if (done) return kept.slice(0, length);
    const fitting = value.subarray(0, bytesMax - length);
    kept.set(fitting, length);
    length += fitting.length;
  }
  await reader.cancel();
  return kept;
}
