import { aptInstall } from "./apt.ts";
import { freePort } from "./port.ts";
import { firstFile, run } from "./run.ts";

const ready_ms_max = 10_000;
const look_again_ms = 10;

const settings = { bind: "127.0.0.1", save: "", appendonly: "no", loglevel: "warning" };

/** The path of `redis-server`: what is installed, else Debian's package. */
export async function redisProgram(): Promise<string> {
  const installed = findRedis();
  if (installed) return installed;
  const refused = await aptInstall(["redis-server"]);
  const provided = findRedis();
  if (provided) return provided;
  throw new Error(`Redis cannot be provided: ${refused ?? "the package brought no redis-server"}`);
}

function findRedis(): string | undefined {
  const path = ["/usr/bin", ...(Deno.env.get("PATH") ?? "").split(":")];
  return firstFile(path.map((folder) => `${folder}/redis-server`));
}

/** A Redis that lives as long as the tests, forgets everything when it ends, and can be ended. */
export class RedisServer implements AsyncDisposable {
  readonly url: string;
  #process?: Deno.ChildProcess;

  private constructor(
    readonly program: string,
    readonly port: number,
    readonly password?: string,
  ) {
    this.url = `redis://${password ? `:${password}@` : ""}127.0.0.1:${port}`;
  }

  /** Starts one on a free port of loopback, and waits until it answers. */
  static async open(options: { password?: string } = {}): Promise<RedisServer> {
    const server = new RedisServer(await redisProgram(), freePort(), options.password);
    await server.start();
    return server;
  }

  async version(): Promise<string> {
    return (await run(this.program, ["--version"])).text;
  }

  /** Starts it, again on the same port. */
  async start(): Promise<void> {
    const all = { ...settings, port: this.port, requirepass: this.password ?? "" };
    const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = new Deno.Command(this.program, { args, stdin: "null", stdout: "null" }).spawn();
    this.#process = child;
    let ended = false;
    child.status.then(() => {
      ended = true;
      // Ended by somebody else, as by who interrupts a terminal, there is nothing left to kill.
      if (this.#process === child) this.#process = undefined;
    });
    const giveUp = Date.now() + ready_ms_max;
    while (!await this.#answers()) {
      if (ended || Date.now() > giveUp) {
        throw new Error(`redis-server did not open on ${this.port}`);
      }
      await new Promise((resolve) => setTimeout(resolve, look_again_ms));
    }
  }

  /** Ends it, by default without a word, and waits for its end. */
  async kill(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    child?.kill(signal);
    await child?.status;
  }

  /** It keeps its connections and answers nobody, until it thaws. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  /** A refusal for want of the password is an answer too. */
  async #answers(): Promise<boolean> {
    try {
      using connection = await Deno.connect({ hostname: "127.0.0.1", port: this.port });
      await connection.write(new TextEncoder().encode("PING\r\n"));
      return (await connection.read(new Uint8Array(64)) ?? 0) > 0;
    } catch (error) {
      if (error instanceof Deno.errors.ConnectionRefused) return false;
      throw error;
    }
  }
}
