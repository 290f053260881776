/** How a command with a time bound ended. */
export type End = "passed" | "failed" | "out of time";

const patience_ms = 5_000;

/** Runs commands one after another, each in a process group that ends with it. */
export class Bounded {
  #running?: Deno.ChildProcess;

  /** Runs `deno` with its output shown, for at most so long. */
  async deno(args: readonly string[], env: Record<string, string>, ms_max: number): Promise<End> {
    const child = new Deno.Command(Deno.execPath(), {
      args: [...args],
      env,
      stdin: "null",
      detached: true,
    }).spawn();
    this.#running = child;
    let late = false;
    const alarm = setTimeout(() => {
      late = true;
      this.stop();
    }, ms_max);
    const status = await child.status;
    clearTimeout(alarm);
    this.#running = undefined;
    kill(-child.pid, "SIGKILL");
    if (late) return "out of time";
    return status.success ? "passed" : "failed";
  }

  /** Ends what is running. It is asked first, so that it can say what it was waiting for. */
  async stop(): Promise<void> {
    const child = this.#running;
    if (!child) return;
    kill(child.pid, "SIGINT");
    const force = setTimeout(() => kill(-child.pid, "SIGKILL"), patience_ms);
    await child.status;
    clearTimeout(force);
  }
}

function kill(pid: number, signal: Deno.Signal): void {
  try {
    Deno.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
