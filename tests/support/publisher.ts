import { type TestPicture, testPicture } from "../../media/test_picture.ts";
import { Lines } from "./lines.ts";
import { held } from "./until.ts";

/** A real encoder that publishes a moving picture with the time burned in, and a tone. */
export class Publisher implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #lines = new Lines();
  readonly #reading: Promise<unknown>;
  #ended = false;
  /** Whether it ended as it wished to. */
  readonly status: Promise<boolean>;

  /**
   * Begins to publish at once.
   * @param url server and stream: `rtmp://host/live/<show id>?key=<key>`
   */
  constructor(url: string, picture: TestPicture = {}) {
    this.#child = new Deno.Command("ffmpeg", {
      args: [...testPicture(picture), url],
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#reading = this.#lines.read(this.#child.stderr);
    this.status = this.#child.status.then(({ success }) => {
      this.#ended = true;
      return success;
    });
  }

  /** The address that an encoder publishes to. */
  static address(server: string, showId: string, key?: string): string {
    return `${server}/${showId}${key === undefined ? "" : `?key=${key}`}`;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Whether it was turned away, or cut off, within some time. */
  async refused(ms_max = 10_000): Promise<boolean> {
    return await held(() => this.#ended, ms_max) && !await this.status;
  }

  /** What it complained of. */
  get log(): readonly string[] {
    return this.#lines.all;
  }

  /** Ends it, by default without a word. */
  async kill(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    if (!this.#ended) this.#child.kill(signal);
    await this.status;
    await this.#reading;
  }

  /** It keeps its connection and sends nothing, until it thaws. */
  freeze(): void {
    this.#child.kill("SIGSTOP");
  }

  thaw(): void {
    this.#child.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}
