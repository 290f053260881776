/** What the viewers of a stretch got. */
export interface Watched {
  readonly bytes: number;
  /** The longest that any of them waited for more, in milliseconds. */
  readonly gap_ms: number;
  /** From asking to the first byte, for each. */
  readonly joined_ms: readonly number[];
}

/** People who watch one stream over HTTP-FLV, and look at nothing. */
export class Viewers implements AsyncDisposable {
  readonly #readers: ReadableStreamDefaultReader<Uint8Array>[] = [];
  readonly #watching: Promise<void>[] = [];
  readonly #joined: number[] = [];
  #bytes = 0;
  #gap_ms = 0;
  #leaving = false;

  /** They come one after the other, each when the one before sees something. */
  static async come(address: string, count: number): Promise<Viewers> {
    const viewers = new Viewers();
    for (let n = 0; n < count; n++) await viewers.#join(address);
    return viewers;
  }

  /** What they got since they were last asked. */
  take(): Watched {
    const watched = { bytes: this.#bytes, gap_ms: this.#gap_ms, joined_ms: this.#joined };
    [this.#bytes, this.#gap_ms] = [0, 0];
    return watched;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#leaving = true;
    await Promise.all(this.#readers.map((reader) => reader.cancel()));
    await Promise.all(this.#watching);
  }

  async #join(address: string): Promise<void> {
    const begun = performance.now();
    const { body, status } = await fetch(address);
    if (status !== 200 || !body) throw new Error(`${address} answered ${status}`);
    const seen = Promise.withResolvers<void>();
    const reader = body.getReader();
    this.#readers.push(reader);
    this.#watching.push(this.#watch(reader, seen.resolve).catch(seen.reject));
    await seen.promise;
    this.#joined.push(performance.now() - begun);
  }

  async #watch(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    seen: () => void,
  ): Promise<void> {
    let last = performance.now();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      seen();
      const now = performance.now();
      this.#gap_ms = Math.max(this.#gap_ms, now - last);
      this.#bytes += read.value.length;
      last = now;
    }
    if (!this.#leaving) throw new Error("the stream ended");
  }
}
