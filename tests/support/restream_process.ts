import { fileURLToPath } from "node:url";
import { Lines } from "./lines.ts";

const program = fileURLToPath(new URL("../../media/restream.ts", import.meta.url));

/** The restreamer in a process of its own. */
export class RestreamProcess implements AsyncDisposable {
  readonly #child: Deno.ChildProcess;
  readonly #lines = new Lines();
  readonly #reading: Promise<unknown>;

  /** @param env beside the shop and its token, by which targets on this machine are let be */
  constructor(
    { origin, token }: { readonly origin: string; readonly token: string },
    env: Readonly<Record<string, string>> = {},
  ) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "--no-check", "--quiet", program],
      env: {
        SHOP_URL: origin,
        MEDIA_HOOK_TOKEN: token,
        MEDIA_TARGETS_PRIVATE: "on",
        ...env,
      },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const { stdout, stderr } = this.#child;
    this.#reading = Promise.all([stdout, stderr].map((stream) => this.#lines.read(stream)));
  }

  /** All that it said. */
  get log(): string {
    return this.#lines.all.join("\n");
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** The processes that it started, by their ids. */
  async children(): Promise<number[]> {
    const children: number[] = [];
    for await (const { name } of Deno.readDir("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const status = await Deno.readTextFile(`/proc/${name}/status`).catch(() => "");
      if (new RegExp(`^PPid:\\t${this.pid}$`, "m").test(status)) children.push(Number(name));
    }
    return children;
  }

  async kill(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    try {
      this.#child.kill(signal);
    } catch {
      // It has ended already.
    }
    await this.#child.status;
    await this.#reading;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill("SIGTERM");
  }
}

/** What everybody on this machine may read of its processes: what they were told, and with what. */
export async function processesTold(): Promise<string> {
  const told: string[] = [];
  for await (const { name } of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    for (const file of ["cmdline", "environ"]) {
      told.push(await Deno.readTextFile(`/proc/${name}/${file}`).catch(() => ""));
    }
  }
  return told.join("\n").replaceAll("\0", " ");
}
