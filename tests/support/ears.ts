/** One event of a `text/event-stream`. */
export interface HeardEvent {
  readonly name: string;
  readonly data: string;
}

/** Listens to a `text/event-stream` as a browser does. */
export class Ears implements AsyncDisposable {
  readonly heard: HeardEvent[] = [];
  /** Settles when the stream has ended. */
  readonly ended: Promise<void>;
  #reader: ReadableStreamDefaultReader<string>;
  #waiting = new Set<() => void>();

  constructor(stream: ReadableStream<Uint8Array>) {
    const text = new TextDecoderStream();
    this.#reader = text.readable.getReader();
    // An end that was forced is an end.
    stream.pipeTo(text.writable as WritableStream<Uint8Array>).catch(() => {});
    this.ended = this.#listen().catch(() => {});
  }

  /** The first event, past or to come, that is meant. @throws Error when it does not come in time */
  async hears(
    meant: (event: HeardEvent) => boolean,
    within_ms = 5_000,
  ): Promise<HeardEvent> {
    const giveUp = Date.now() + within_ms;
    while (true) {
      const event = this.heard.find(meant);
      if (event) return event;
      if (Date.now() >= giveUp) throw new Error(`not heard among ${JSON.stringify(this.heard)}`);
      await this.#more(giveUp - Date.now());
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader.cancel().catch(() => {});
    await this.ended;
  }

  async #listen() {
    let rest = "";
    for (let read = await this.#reader.read(); !read.done; read = await this.#reader.read()) {
      const blocks = (rest + read.value).replace(/\r\n?/g, "\n").split("\n\n");
      rest = blocks.pop()!;
      for (const block of blocks) this.#hear(block.split("\n"));
      this.#waiting.forEach((wake) => wake());
    }
  }

  #hear(lines: readonly string[]) {
    const of = (field: string) =>
      lines.filter((line) => line.startsWith(`${field}: `))
        .map((line) => line.slice(field.length + 2));
    const [name] = of("event");
    if (name) this.heard.push({ name, data: of("data").join("\n") });
  }

  #more(patience_ms: number) {
    return new Promise<void>((wake) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        wake();
      };
      const timer = setTimeout(done, patience_ms);
      this.#waiting.add(done);
    });
  }
}
