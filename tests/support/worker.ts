import { type NeonBridge, openNeonBridge } from "../../scripts/cloud/neon.ts";
import { freePort } from "../../scripts/provide/port.ts";
import { provideWorkerd } from "../../scripts/provide/workerd.ts";
import { buildWorker } from "../../scripts/worker.ts";
import { Serving } from "./serving.ts";
import { configOf } from "./worker/config.ts";

const secret = "a5".repeat(32);

/** What a Worker is started with. */
export interface WorkerOptions {
  /** A PostgreSQL, which is reached as Neon would be. */
  readonly databaseUrl: string;
  /** Variables beside those that it cannot do without. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The application as a Worker: workerd in a process of its own, with what it keeps on disk. */
export class WorkerProcess extends Serving implements AsyncDisposable {
  /** What stands for Neon in front of the database. */
  readonly bridge: NeonBridge;
  /** Stands for QStash, and calls nobody. */
  #scheduler = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => Response.json({ messageId: "test", scheduleId: "test" }),
  );

  private constructor(
    readonly port: number,
    readonly folder: string,
    program: string,
    { databaseUrl }: WorkerOptions,
  ) {
    const args = ["serve", `${folder}/config.capnp`];
    super(`http://127.0.0.1:${port}`, { path: program, args });
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
    const modules = (await Array.fromAsync(Deno.readDir(`${built}/modules`))).map(({ name }) =>
      name
    );
    for (const name of modules) {
      await Deno.copyFile(`${built}/modules/${name}`, `${folder}/${name}`);
    }
    await Deno.copyFile(new URL("worker/bucket.js", import.meta.url), `${folder}/bucket.js`);
    const config = configOf({ port, folder, modules, assets: `${built}/public`, variables });
    await Deno.writeTextFile(`${folder}/config.capnp`, config);
  }
}
