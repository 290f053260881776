import { build } from "../../scripts/build.ts";
import { freePort } from "../../scripts/provide/port.ts";
import { Lines } from "./lines.ts";

const ready_ms_max = 60_000;
const stop_ms_max = 10_000;
const look_again_ms = 50;

/** What a shop is started with. Without a database's address it opens the embedded one. */
export interface ShopOptions {
  readonly databaseUrl?: string;
  /** Kept when the shop stops; without one the shop gets a folder that goes with it. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What Deno runs: by default the shop on Deno. */
  readonly entry?: string;
  /** A program and what it is told, instead of Deno and its entry. */
  readonly program?: readonly [path: string, ...args: string[]];
}

/** The real application in a process of its own. */
export class ShopProcess implements AsyncDisposable {
  readonly origin: string;
  #process?: Deno.ChildProcess;
  #lines = new Lines();
  #reading: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    readonly options: ShopOptions,
  ) {
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** Starts a shop on a free port and waits until it is ready. */
  static async open(options: ShopOptions = {}): Promise<ShopProcess> {
    const dataDir = options.dataDir ?? await Deno.makeTempDir({ prefix: "maru-shop-" });
    const shop = new ShopProcess(freePort(), dataDir, options);
    await build();
    try {
      await shop.start();
    } catch (error) {
      await shop[Symbol.asyncDispose]();
      throw error;
    }
    return shop;
  }

  /** Every line that the shop has written, over all its lives. */
  get log(): readonly string[] {
    return this.#lines.all;
  }

  async start(): Promise<void> {
    const { databaseUrl, env, entry = "edge/deno.ts" } = this.options;
    const onDeno = [Deno.execPath(), "run", "--allow-all", "--no-check", "--quiet", entry] as const;
    const [path, ...args] = this.options.program ?? onDeno;
    const child = new Deno.Command(path, {
      args,
      env: {
        HOST: "127.0.0.1",
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        DEVELOPER_SIGN_IN: "on",
        DATABASE_URL: databaseUrl ?? "",
        // Everybody in a test comes from one address, and in a hurry.
        RATE_LIMITS: "off",
        ...env,
      },
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

  /** Kills the process and starts it again on the same port, database and folder. */
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

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill("SIGTERM");
    if (!this.options.dataDir) await Deno.remove(this.dataDir, { recursive: true });
  }

  async #ready(child: Deno.ChildProcess): Promise<void> {
    let ended = false;
    child.status.then(() => ended = true);
    const giveUp = Date.now() + ready_ms_max;
    while (!ended && Date.now() < giveUp) {
      const answer = await fetch(`${this.origin}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, look_again_ms));
    }
    if (ended) this.#process = undefined;
    else await this.kill();
    await this.#reading;
    throw new Error(`the shop did not open:\n${this.log.slice(-30).join("\n")}`);
  }
}
