import { build } from "../../scripts/build.ts";
import { freePort } from "../../scripts/provide/port.ts";
import { type Program, Serving } from "./serving.ts";

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
export class ShopProcess extends Serving implements AsyncDisposable {
  private constructor(
    readonly port: number,
    readonly dataDir: string,
    readonly options: ShopOptions,
  ) {
    super(`http://127.0.0.1:${port}`, programOf(port, dataDir, options));
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

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill("SIGTERM");
    if (!this.options.dataDir) await Deno.remove(this.dataDir, { recursive: true });
  }
}

function programOf(port: number, dataDir: string, options: ShopOptions): Program {
  const { databaseUrl = "", env, entry = "edge/deno.ts" } = options;
  const onDeno = [Deno.execPath(), "run", "--allow-all", "--no-check", "--quiet", entry] as const;
  const [path, ...args] = options.program ?? onDeno;
  return {
    path,
    args,
    env: {
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      DEVELOPER_SIGN_IN: "on",
      DATABASE_URL: databaseUrl,
      // Everybody in a test comes from one address, and in a hurry.
      RATE_LIMITS: "off",
      ...env,
    },
  };
}
