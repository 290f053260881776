import { shortId } from "../identity.ts";
import { limits } from "../limits.ts";
import type { Stream, Viewer } from "../stream.ts";

/** An ffmpeg that is fed a stream and writes files of it; nothing is encoded anew. */
export class Remuxer implements Viewer {
  readonly id = shortId();
  readonly kind = "flv";
  /** Whether it ended by itself, with everything written. */
  readonly finished: Promise<boolean>;
  readonly #child: Deno.ChildProcess;
  readonly #feed: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  #behind_bytes = 0;
  #closing = false;

  /** @param output what ffmpeg is told about where it writes to, and how */
  constructor(private readonly stream: Stream, output: readonly string[]) {
    this.#child = new Deno.Command("ffmpeg", {
      args: ["-hide_banner", "-loglevel", "error", "-f", "flv", "-i", "pipe:0", ...[
        ...["-map", "0:v?", "-map", "0:a?", "-c", "copy"],
        ...output,
      ]],
      stdin: "piped",
      stdout: "null",
      stderr: "null",
    }).spawn();
    this.#feed = this.#child.stdin.getWriter();
    this.finished = this.#child.status.then(({ success }) => {
      this.stream.remove(this);
      return success;
    });
    stream.add(this);
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#closing) return;
    this.#behind_bytes += bytes.length;
    if (this.#behind_bytes > limits.remux_behind_bytes_max) return this.#kill();
    this.#feed.write(bytes).then(() => void (this.#behind_bytes -= bytes.length), () => {});
  }

  /** Lets ffmpeg finish what it has begun. */
  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#feed.close().catch(() => {});
    const late = setTimeout(() => this.#kill(), limits.remux_finish_ms_max);
    this.finished.then(() => clearTimeout(late));
  }

  #kill(): void {
    this.#closing = true;
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}
