import { fileURLToPath } from "node:url";
import { environmentOf, type Settings } from "../../media/server/settings.ts";
import { freePort } from "../../scripts/provide/port.ts";
import { until } from "./until.ts";

const program = fileURLToPath(new URL("../../media/server.ts", import.meta.url));
const ready_ms_max = 30_000;
const stop_ms_max = 10_000;

/**
 * A development media server in a process of its own, on ports that are free; it can die and come back
 * on the same ones. Its addresses are known before it starts, so that a shop can be told of them first.
 */
export class MediaServer implements AsyncDisposable {
  readonly publishUrl: string;
  readonly playUrl: string;
  readonly apiUrl: string;
  readonly hookToken = crypto.randomUUID();
  /** Where its segments and recordings lie. */
  readonly folder = Deno.makeTempDirSync({ prefix: "maru-media-" });
  readonly #ports = { rtmp: freePort(), play: freePort(), api: freePort() };
  #process?: Deno.ChildProcess;
  #hookOrigin?: string;

  constructor(private readonly options: Partial<Pick<Settings, "record" | "hook_ms_max">> = {}) {
    this.publishUrl = `rtmp://127.0.0.1:${this.#ports.rtmp}/live`;
    this.playUrl = `http://127.0.0.1:${this.#ports.play}`;
    this.apiUrl = `http://127.0.0.1:${this.#ports.api}`;
  }

  /** Of the process that runs. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** What a shop is told of it. */
  get configuration() {
    const { publishUrl, playUrl, apiUrl, hookToken } = this;
    return { publishUrl, playUrl, apiUrl, hookToken };
  }

  /** The same for the environment of a shop in a process of its own. */
  get variables(): Record<string, string> {
    return {
      MEDIA_PUBLISH_URL: this.publishUrl,
      MEDIA_PLAY_URL: this.playUrl,
      MEDIA_API_URL: this.apiUrl,
      MEDIA_HOOK_TOKEN: this.hookToken,
      // Where a test sends shows on to is on this machine, too.
      MEDIA_TARGETS_PRIVATE: "on",
    };
  }

  /**
   * Starts it and waits until all its doors are open.
   * @param hookOrigin of the shop that judges publishers; the next starts need not say it again
   */
  async start(hookOrigin = this.#hookOrigin): Promise<this> {
    if (!hookOrigin) throw new Error("a media server wants a shop that judges publishers");
    this.#hookOrigin = hookOrigin;
    const { hookToken, folder, options } = this;
    const settings = { record: false, ...options, hookOrigin, hookToken, folder };
    const env = environmentOf({ ...settings, host: "127.0.0.1", ports: this.#ports });
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", "--no-check", "--quiet", program, "--attended"],
      env,
      stdin: "piped",
    }).spawn();
    this.#process = child;
    let ended = false;
    child.status.then(() => ended = true);
    await until(async () => ended || await answers(this.apiUrl), ready_ms_max);
    if (ended) throw new Error("the media server did not open");
    return this;
  }

  /** Ends it, by default without a word, and waits for its end. */
  async kill(signal: Deno.Signal = "SIGKILL"): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    child.kill(signal);
    await child.stdin.abort().catch(() => {});
    const force = setTimeout(() => child.kill("SIGKILL"), stop_ms_max);
    await child.status;
    clearTimeout(force);
  }

  async restart(signal?: Deno.Signal): Promise<void> {
    await this.kill(signal);
    await this.start();
  }

  /** It keeps its connections and does nothing, until it thaws. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    // What it had started may still be writing there, for a moment.
    await until(() => Deno.remove(this.folder, { recursive: true }).then(() => true, () => false));
  }
}

/** The API is the last of its doors to open. */
async function answers(apiUrl: string): Promise<boolean> {
  const answer = await fetch(`${apiUrl}/api/v1/versions`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}
