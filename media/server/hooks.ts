import type { Identity } from "./identity.ts";
import { limits } from "./limits.ts";
import type { Settings } from "./settings.ts";

/** A publisher as the application is told of him. */
export interface Told {
  readonly clientId: string;
  readonly ip: string;
  readonly tcUrl: string;
  readonly app: string;
  readonly stream: string;
  /** What stood behind the name, with its question mark: `?key=…`. */
  readonly param: string;
  readonly streamId: string;
}

/** What the application is asked and told, as SRS v6 does it. */
export class Hooks {
  readonly #url: string;
  readonly #ms_max: number;

  constructor({ hookOrigin, hookToken, hook_ms_max }: Settings, readonly identity: Identity) {
    this.#url = `${hookOrigin}/hooks/media?token=${encodeURIComponent(hookToken)}`;
    this.#ms_max = hook_ms_max ?? limits.hook_ms_max;
  }

  /** Whether the application lets him publish. Whatever is not a plain yes is a no. */
  async admits(publisher: Told): Promise<boolean> {
    try {
      const answer = await this.#post("on_publish", publisher);
      const ok = answer.status === 200 || answer.status === 201;
      const text = await beginningOf(answer);
      return ok && saysYes(text);
    } catch {
      return false;
    }
  }

  /** Says that he is gone. Nobody waits for the answer, and nobody says it twice. */
  left(publisher: Told): void {
    this.#tell("on_unpublish", publisher);
  }

  /** Says that a recording is whole. */
  recorded(publisher: Told, file: { readonly cwd: string; readonly file: string }): Promise<void> {
    return this.#tell("on_dvr", publisher, file);
  }

  #tell(action: string, publisher: Told, more: Record<string, string> = {}): Promise<void> {
    return this.#post(action, publisher, more).then((answer) => answer.body?.cancel(), () => {});
  }

  #post(action: string, told: Told, more: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        server_id: this.identity.server,
        service_id: this.identity.service,
        action,
        client_id: told.clientId,
        ip: told.ip,
        vhost: "__defaultVhost__",
        app: told.app,
        tcUrl: told.tcUrl,
        stream: told.stream,
        param: told.param,
        stream_url: `/${told.app}/${told.stream}`,
        stream_id: told.streamId,
        ...more,
      }),
      redirect: "manual",
      signal: AbortSignal.timeout(this.#ms_max),
    });
  }
}

/** At most so much of an answer as one that is meant for us has. */
async function beginningOf(answer: Response): Promise<string> {
  let text = "";
  for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.length > limits.hook_answer_bytes_max) break;
  }
  return text;
}

function saysYes(text: string): boolean {
  if (text.trim() === "0") return true;
  try {
    return JSON.parse(text)?.code === 0;
  } catch {
    return false;
  }
}
