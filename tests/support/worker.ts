import { type NeonBridge, openNeonBridge } from "../../scripts/cloud/neon.ts";
import { freePort } from "../../scripts/provide/port.ts";
import { provideWorkerd } from "../../scripts/provide/workerd.ts";
import { buildWorker } from "../../scripts/worker.ts";
import { Lines } from "./lines.ts";
import { configOf } from "./worker/config.ts";

const ready_ms_max = 60_000;
const stop_ms_max = 10_000;
const look_again_ms = 20;
const secret = "a5".repeat(32);

/** What a Worker is started with. */
export interface WorkerOptions {
  /** A PostgreSQL, which is reached as Neon would be. */
  readonly databaseUrl: string;
  /** Variables beside those that it cannot do without. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The application as a Worker: workerd in a process of its own, with what it keeps on disk. */
export class WorkerProcess implements AsyncDisposable {
  readonly origin: string;
  /** What stands for Neon in front of the database. */
  readonly bridge: NeonBridge;
  #process?: Deno.ChildProcess;
  #lines = new Lines();
  #reading: Promise<unknown> = Promise.resolve();
  /** Stands for QStash, and calls nobody. */
  #scheduler = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => Response.json({ messageId: "test", scheduleId: "test" }),
  );

  private constructor(
    readonly port: number,
    readonly folder: string,
    private readonly program: string,
    { databaseUrl }: WorkerOptions,
  ) {
    this.origin = `http://127.0.0.1:${port}`;
    this.bridge = openNeonBridge(databaseUrl);
  }

  /** Starts a Worker on a free port and waits until it is ready. */
  static async open(options: WorkerOptions): Promise<WorkerProcess> {
    const program = await provideWorkerd();
    const built = await buildWorker();
    const folder = await Deno.makeTempDir({ prefix: "maru-worker-" });
    const shop = new WorkerProcess(freePort(), folder, program, options);
    try {
      await shop.#furnish(built, options);
      await shop.start();
    } catch (error) {
      await shop[Symbol.asyncDispose]();
      throw error;
    }
    return shop;
  }

  /** Every line that the Worker and its objects have written, over all their lives. */
  get log(): readonly string[] {
    return this.#lines.all;
  }

  async start(): Promise<void> {
    const child = new Deno.Command(this.program, {
      args: ["serve", `${this.folder}/config.capnp`],
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

  /** Kills the process and starts it again on the same port and storage. */
  async restart(signal?: Deno.Signal): Promise<void> {
    await this.kill(signal);
    await this.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await this.#scheduler.shutdown();
    await this.bridge[Symbol.asyncDispose]();
    await Deno.remove(this.folder, { recursive: true });
  }

  async #furnish(built: string, { databaseUrl, env }: WorkerOptions): Promise<void> {
    const { folder, port } = this;
    const scheduler = `http://127.0.0.1:${this.#scheduler.addr.port}`;
    const variables = {
      DATABASE_URL: databaseUrl,
      DATABASE_DRIVER: "neon",
      NEON_PROXY: this.bridge.origin,
      PUBLIC_URL: this.origin,
      SECRET: secret,
      DEVELOPER_SIGN_IN: "on",
      RATE_LIMITS: "off",
      QSTASH_URL: scheduler,
      QSTASH_TOKEN: "token",
      QSTASH_CURRENT_SIGNING_KEY: "current",
      QSTASH_NEXT_SIGNING_KEY: "next",
      ...env,
    };
    await Deno.mkdir(`${folder}/objects`);
    await Deno.mkdir(`${folder}/files`);
    await Deno.copyFile(`${built}/worker.js`, `${folder}/worker.js`);
    await Deno.copyFile(new URL("worker/bucket.js", import.meta.url), `${folder}/bucket.js`);
    const config = configOf({ port, folder, assets: `${built}/public`, variables });
    await Deno.writeTextFile(`${folder}/config.capnp`, config);
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
    throw new Error(`the Worker did not open:\n${this.log.slice(-30).join("\n")}`);
  }
}
