import { Lines } from "./lines.ts";

const ready_ms_max = 60_000;
const stop_ms_max = 10_000;
const look_again_ms = 20;

/** What is run: a program, what it is told, and what stands in its environment. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A shop in a process of its own, which can die and come back on the same port. */
export class Serving {
  #process?: Deno.ChildProcess;
  #lines = new Lines();
  #reading: Promise<unknown> = Promise.resolve();

  constructor(readonly origin: string, private readonly program: Program) {}

  /** Every line that it has written, over all its lives. */
  get log(): readonly string[] {
    return this.#lines.all;
  }

  /** @throws with its last lines when it does not get ready */
  async start(): Promise<void> {
    const { path, args, env } = this.program;
    const child = new Deno.Command(path, {
      args: [...args],
      env,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#process = child;
    this.#reading = Promise.all([this.#lines.read(child.stdout), this.#lines.read(child.stderr)]);
    await this.#ready(child);
  }

  /** Ends the process, by default as a power cut would, and waits for its end. */
  async kill(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    const child = this.#process;
    if (!child) return;
    this.#process = undefined;
    child.kill(signal);
    const force = setTimeout(() => child.kill("SIGKILL"), stop_ms_max);
    await child.status;
    clearTimeout(force);
    await this.#reading;
  }

  /** Kills the process and starts it again on the same port, with what it has kept. */
  async restart(signal?: Deno.Signal): Promise<void> {
    await this.kill(signal);
    await this.start();
  }

  /** It keeps its connections and does nothing, as one that is cut off, until it thaws. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  async #ready(child: Deno.ChildProcess): Promise<void> {
    let ended = false;
    child.status.then(() => ended = true);
    const giveUp = Date.now() + ready_ms_max;
    while (!ended && Date.now() < giveUp) {
      const answer = await fetch(`${this.origin}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await new Promise((rested) => setTimeout(rested, look_again_ms));
    }
    if (ended) this.#process = undefined;
    else await this.kill();
    await this.#reading;
    throw new Error(`the shop did not open:\n${this.log.slice(-30).join("\n")}`);
  }
}
