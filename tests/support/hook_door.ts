/** A hook as it arrived. */
export interface Hook {
  readonly at: number;
  readonly path: string;
  readonly token: string | null;
  readonly body: Record<string, string>;
}

/** How a publisher is answered. */
export type Answer = (hook: Hook) => Response | Promise<Response>;

/** Stands in for the shop at the hooks of a media server: it notes what it is told. */
export class HookDoor implements AsyncDisposable {
  readonly hooks: Hook[] = [];
  readonly origin: string;
  readonly #cut = new AbortController();
  readonly #server: Deno.HttpServer<Deno.NetAddr>;

  /** @param answer to hooks; by default everybody may publish */
  constructor(public answer: Answer = () => Response.json({ code: 0 })) {
    const options = { hostname: "127.0.0.1", port: 0, signal: this.#cut.signal };
    this.#server = Deno.serve({ ...options, onListen: () => {} }, (request) => this.#take(request));
    this.origin = `http://127.0.0.1:${this.#server.addr.port}`;
  }

  /** Those of one kind, in the order of their arrival. */
  told(action: string): readonly Hook[] {
    return this.hooks.filter(({ body }) => body.action === action);
  }

  get heartbeats(): readonly Hook[] {
    return this.hooks.filter(({ path }) => path.endsWith("/heartbeats"));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#cut.abort();
    await this.#server.finished;
  }

  async #take(request: Request): Promise<Response> {
    const { pathname: path, searchParams } = new URL(request.url);
    const body = await request.json();
    const hook = { at: Date.now(), path, token: searchParams.get("token"), body };
    this.hooks.push(hook);
    return await this.answer(hook);
  }
}
