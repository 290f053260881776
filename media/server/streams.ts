import type { Told } from "./hooks.ts";
import { limits } from "./limits.ts";
import { Stream } from "./stream.ts";

/** What follows when a stream comes and goes. */
export interface Follower {
  began?(stream: Stream): void;
  ended?(stream: Stream): void;
}

/** The streams that are there, by name; one publisher each. */
export class Streams {
  readonly #live = new Map<string, Stream>();
  readonly #waiting = new Set<(begun: Stream) => void>();

  constructor(private readonly followers: readonly Follower[]) {}

  get all(): readonly Stream[] {
    return [...this.#live.values()];
  }

  get(name: string): Stream | undefined {
    return this.#live.get(name);
  }

  /** @returns nothing when the name is taken */
  begin(told: Told, publisher: { close(): void }): Stream | undefined {
    if (this.#live.has(told.stream)) return undefined;
    const stream = new Stream(told, publisher);
    this.#live.set(told.stream, stream);
    for (const follower of this.followers) follower.began?.(stream);
    for (const look of [...this.#waiting]) look(stream);
    return stream;
  }

  /** Ends a stream; a second time does nothing. */
  end(stream: Stream): void {
    if (this.#live.get(stream.told.stream) !== stream) return;
    this.#live.delete(stream.told.stream);
    for (const follower of this.followers) follower.ended?.(stream);
    stream.end();
  }

  /** A stream that can be shown, waited for a moment: its publisher may just have been accepted. */
  async shown(name: string): Promise<Stream | undefined> {
    const { promise: shown, resolve } = Promise.withResolvers<Stream | undefined>();
    const look = (begun: Stream) => {
      if (begun.told.stream !== name) return;
      begun.ready.then((ready) => ready && resolve(begun));
    };
    const timer = setTimeout(() => resolve(undefined), limits.begin_ms_max);
    this.#waiting.add(look);
    const here = this.get(name);
    if (here) look(here);
    try {
      return await shown;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(look);
    }
  }
}
