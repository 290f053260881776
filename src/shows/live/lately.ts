import { live_catch_up_seconds } from "../../limits.ts";
import type { LiveEvent } from "./event.ts";

/**
 * The last word about each element that was said within `live_catch_up_seconds`: for whoever was
 * sent a page before it was said, and listens only since.
 */
export class Lately {
  #said = new Map<string, { readonly at: number; readonly event: LiveEvent }>();

  /** @param now milliseconds since 1970 */
  add(events: readonly LiveEvent[], now: number): void {
    this.#forget(now);
    for (const event of events) {
      this.#said.delete(event.about);
      this.#said.set(event.about, { at: now, event });
    }
  }

  events(now: number): LiveEvent[] {
    this.#forget(now);
    return [...this.#said.values()].map(({ event }) => event);
  }

  // In the order in which it was said, the oldest first.
  #forget(now: number) {
    for (const [about, { at }] of this.#said) {
      if (now - at < live_catch_up_seconds * 1000) return;
      this.#said.delete(about);
    }
  }
}
