/** Gathers the lines of streams as they come. */
export class Lines {
  readonly all: string[] = [];

  /** Reads a stream to its end. */
  async read(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    let rest = "";
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      this.all.push(...lines);
    }
    if (rest !== "") this.all.push(rest);
  }
}
