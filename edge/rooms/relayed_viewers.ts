import { viewers_kept_seconds } from "../../src/limits.ts";

const prefix = "relay ";

/** What an object that relays a room is called where viewers are counted: it is none. */
export const relayName = (relay: number) => `${prefix}${relay}`;

/** Who watches at the show's object itself, and how many at those that relay it. */
export class RelayedViewers {
  #told = new Map<number, { readonly viewers: number; readonly at: number }>();

  tell(relay: number, viewers: number): void {
    this.#told.set(relay, { viewers, at: Date.now() });
  }

  count(_showId: string, here: ReadonlySet<string>): Promise<number> {
    let count = [...here].filter((viewer) => !viewer.startsWith(prefix)).length;
    for (const [relay, { viewers, at }] of this.#told) {
      if (Date.now() - at > viewers_kept_seconds * 1000) this.#told.delete(relay);
      else count += viewers;
    }
    return Promise.resolve(count);
  }
}
