import { redis_reconnect_ms_range, redis_stream_seconds_max } from "../../src/limits.ts";
import { alarm } from "../scheduler/alarm.ts";
import type { Listener } from "./requester.ts";
import { linesOf } from "./stream_lines.ts";

/**
 * What this process listens to over REST: a stream of events for each listener. One that ends is
 * opened again, after a pause that grows while that fails; one that has been open for long is renewed,
 * because a peer that went without a word looks like silence.
 */
export class Streams {
  #open = new Map<AbortController, Promise<void>>();

  constructor(private readonly url: string, private readonly token: string) {}

  add(channel: string, listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    const over = new AbortController();
    signal.addEventListener("abort", () => over.abort());
    const following = this.#follow(channel, listener, over.signal);
    this.#open.set(over, following.finally(() => this.#open.delete(over)));
  }

  async close(): Promise<void> {
    const open = [...this.#open];
    open.forEach(([over]) => over.abort());
    await Promise.all(open.map(([, following]) => following));
  }

  async #follow(channel: string, listener: Listener, over: AbortSignal) {
    const [least, most] = redis_reconnect_ms_range;
    const pause = alarm();
    over.addEventListener("abort", pause.wake);
    for (let tries = 0; !over.aborted; tries++) {
      if (await this.#listen(channel, listener, over)) tries = 0;
      if (!over.aborted) {
        await pause.rest(Math.min(least * 2 ** tries, most) * (0.5 + Math.random() / 2));
      }
    }
  }

  /** The life of one stream. @returns whether it began */
  async #listen(channel: string, listener: Listener, over: AbortSignal): Promise<boolean> {
    const renewal = new AbortController();
    const timer = setTimeout(() => renewal.abort(), redis_stream_seconds_max * 1000);
    const until = AbortSignal.any([over, renewal.signal]);
    let begun = false;
    try {
      const answer = await this.#ask(channel, until);
      if (!answer.ok) await answer.body?.cancel();
      else {
        for await (const line of linesOf(answer, until)) {
          begun = tell(line, channel, listener) || begun;
        }
      }
    } catch {
      // Whatever ended it, it is opened again.
    } finally {
      clearTimeout(timer);
    }
    return begun;
  }

  /** Once there is an answer, its reader ends it. */
  async #ask(channel: string, until: AbortSignal): Promise<Response> {
    const unanswered = new AbortController();
    const giveUp = () => unanswered.abort();
    until.addEventListener("abort", giveUp);
    try {
      return await fetch(`${this.url}/subscribe/${encodeURIComponent(channel)}`, {
        method: "POST",
        headers: { authorization: `Bearer ${this.token}`, accept: "text/event-stream" },
        signal: unanswered.signal,
      });
    } finally {
      until.removeEventListener("abort", giveUp);
    }
  }
}

/** @returns whether the line says that messages come from now on */
function tell(line: string, channel: string, listener: Listener): boolean {
  const [began, message] = [`data: subscribe,${channel},`, `data: message,${channel},`];
  if (line.startsWith(message)) listener.message(line.slice(message.length));
  if (!line.startsWith(began)) return false;
  listener.begun();
  return true;
}
