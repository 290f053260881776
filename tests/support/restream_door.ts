import type { Sent, Told } from "../../src/restreams/door.ts";

/** Stands in for the shop at the door of the restreamer: it notes what it is told. */
export class RestreamDoor implements AsyncDisposable {
  readonly token = crypto.randomUUID();
  readonly origin: string;
  /** What it says should be sent. */
  targets: Sent[] = [];
  /** All that was told, each time with when. */
  readonly tellings: { readonly at: number; readonly told: readonly Told[] }[] = [];
  /** It does not answer any more. */
  away = false;
  readonly #server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => this.#take(request),
  );

  constructor() {
    this.origin = `http://127.0.0.1:${this.#server.addr.port}`;
  }

  /** What was last told of a target. */
  of(id: string): Told | undefined {
    return this.tellings.at(-1)?.told.find((told) => told.id === id);
  }

  /** The states that a target went through, each once as long as it lasted. */
  statesOf(id: string): string[] {
    const states = this.tellings.map(({ told }) => told.find((one) => one.id === id)?.state ?? "");
    return states.filter((state, at) => state !== states[at - 1]);
  }

  /** Something about a target is other from now on; sending there begins anew. */
  change(id: string, change: Partial<Sent> = {}): void {
    this.targets = this.targets.map((target) =>
      target.id === id ? { ...target, version: target.version + 1, ...change } : target
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
  }

  async #take(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const { targets } = await request.json();
    if (pathname !== "/hooks/restreams" || searchParams.get("token") !== this.token) {
      return new Response(null, { status: 403 });
    }
    if (this.away) return new Response(null, { status: 503 });
    this.tellings.push({ at: performance.now(), told: targets });
    return Response.json({ targets: this.targets });
  }
}
