/** A Deno process beside the test's own, whose lines are read as they come. */
export class Process {
  readonly #child: Deno.ChildProcess;
  readonly #lines: ReadableStreamDefaultReader<string>;

  constructor(script: string, ...args: string[]) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "--no-check", new URL(script, import.meta.url).href, ...args],
      stdin: "null",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#lines = this.#child.stdout.pipeThrough(new TextDecoderStream())
      .pipeThrough(lines()).getReader();
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** The next line; undefined once there are no more. */
  async line(): Promise<string | undefined> {
    return (await this.#lines.read()).value;
  }

  /** Ends it as a power cut would end it: with no word of warning. Answers the lines not yet read. */
  async kill(): Promise<string[]> {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
    const rest: string[] = [];
    for (let line = await this.line(); line !== undefined; line = await this.line()) {
      rest.push(line);
    }
    await this.#child.status;
    return rest;
  }
}

function lines(): TransformStream<string, string> {
  let part = "";
  return new TransformStream({
    transform(text, out) {
      const whole = (part + text).split("\n");
      part = whole.pop() ?? "";
      for (const line of whole) out.enqueue(line);
    },
  });
}
