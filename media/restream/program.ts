import { restream_stop_ms_max } from "../../src/limits.ts";
import type { Reason, Sent } from "../../src/restreams/door.ts";
import type { Command } from "./command.ts";
import { Complaints } from "./complaints.ts";
import { Progress } from "./progress.ts";

/** The programs that sending is made of. */
export interface Programs {
  readonly ffmpeg: string;
  /** Lets ffmpeg end with whoever started it, however that ends; absent where there is no such thing. */
  readonly leash?: readonly string[];
}

/** How a run came to its end. */
export interface End {
  readonly reason: Reason;
  readonly complaints: readonly string[];
}

/** One run of ffmpeg. */
export class Program {
  readonly #child: Deno.ChildProcess;
  readonly #complaints: Complaints;
  #sent = 0;
  #over = false;
  readonly ended: Promise<End>;

  /** @param grew hears how much has been sent, whenever ffmpeg tells it */
  constructor(
    target: Sent,
    { args, input }: Command,
    { ffmpeg, leash = [] }: Programs,
    private readonly grew: (sent: number) => void,
  ) {
    const [path, ...rest] = [...leash, ffmpeg, ...args] as [string, ...string[]];
    this.#complaints = new Complaints(target);
    this.#child = new Deno.Command(path, {
      args: rest,
      // The environment is for others to read, too; ffmpeg needs nothing of it.
      clearEnv: true,
      env: { PATH: Deno.env.get("PATH") ?? "" },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.ended = this.#run(input);
  }

  /** Ends it at once. */
  kill(signal: Deno.Signal = "SIGKILL"): void {
    if (!this.#over) this.#child.kill(signal);
  }

  /** Lets it take its leave of the target, but not for long. */
  async stop(): Promise<void> {
    this.kill("SIGTERM");
    const force = setTimeout(() => this.kill(), restream_stop_ms_max);
    await this.ended;
    clearTimeout(force);
  }

  async #run(input: string): Promise<End> {
    const reading = Promise.all([this.#readProgress(), this.#readComplaints(), this.#tell(input)]);
    await this.#child.status;
    this.#over = true;
    await reading;
    return { reason: this.#complaints.reason(this.#sent > 0), complaints: this.#complaints.all };
  }

  /** What it never reads, because it ended before, is no fault. */
  async #tell(input: string) {
    const writer = this.#child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(input)).catch(() => {});
    await writer.close().catch(() => {});
  }

  async #readProgress() {
    const progress = new Progress();
    for await (const piece of this.#child.stdout.pipeThrough(new TextDecoderStream())) {
      const sent = progress.read(piece);
      if (sent === undefined) continue;
      this.#sent = sent;
      this.grew(sent);
    }
  }

  async #readComplaints() {
    let rest = "";
    for await (const piece of this.#child.stderr.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + piece).split(/[\r\n]/);
      rest = lines.pop()!.slice(0, 10_000);
      lines.forEach((line) => this.#complaints.hear(line));
    }
    this.#complaints.hear(rest);
  }
}
