import { freePort } from "../../scripts/provide/port.ts";

/** A publisher whom a media server has. */
export interface Published {
  readonly clientId: string;
  readonly showId: string;
  readonly app?: string;
}

/** How a media server answers its API: as it should, or in one of the wrong ways. */
export type Mood = "well" | "failing" | "html" | "silent" | "nonsense" | "endless" | "busy";

/** What a test sees of a media server: its private API, and nobody behind it. */
export class StandInMedia implements AsyncDisposable {
  mood: Mood = "well";
  serverId = "vid-test";
  serviceId = "service-1";
  published: Published[] = [];
  /** What its list says, where that is older than what is so. */
  listed?: Published[];
  /** Clients that were asked to go, in order. */
  readonly dropped: string[] = [];
  /** Called when somebody was let go. */
  onDrop: (published: Published) => unknown = () => {};
  readonly #hanging = new Set<() => void>();
  readonly #server = Deno.serve(
    { hostname: "127.0.0.1", port: freePort(), onListen() {} },
    (request) => this.#answer(request),
  );

  get origin(): string {
    return `http://127.0.0.1:${this.#server.addr.port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hanging.forEach((end) => end());
    await this.#server.shutdown();
  }

  async #answer({ method, url }: Request): Promise<Response> {
    const { pathname } = new URL(url);
    switch (this.mood) {
      case "failing":
        return Response.json(this.#said({ streams: [] }), { status: 500 });
      case "html":
        return new Response("<!doctype html><title>nginx</title>");
      case "nonsense":
        return Response.json({ code: 0, streams: "many" });
      case "endless":
        return new Response(`[${"1,".repeat(4 * 1024 * 1024)}1]`);
      case "silent":
        await new Promise<void>((end) => this.#hanging.add(end));
        return new Response();
    }
    if (method === "DELETE") {
      return await this.#drop(decodeURIComponent(pathname.split("/").at(-1)!));
    }
    if (pathname === "/api/v1/streams/") {
      return Response.json(this.#said({ streams: this.#list() }));
    }
    return new Response("", { status: 404 });
  }

  async #drop(clientId: string): Promise<Response> {
    this.dropped.push(clientId);
    const gone = this.published.find((one) => one.clientId === clientId);
    if (!gone) return Response.json({ code: 2049 });
    if (this.mood === "busy") return Response.json(this.#said({}));
    this.published = this.published.filter((one) => one !== gone);
    await this.onDrop(gone);
    return Response.json(this.#said({}));
  }

  #list() {
    return (this.listed ?? this.published).map(({ clientId, showId, app = "live" }) => ({
      id: `vid-${clientId}`,
      name: showId,
      app,
      publish: { active: true, cid: clientId },
    }));
  }

  #said(more: object) {
    return { code: 0, server: this.serverId, service: this.serviceId, pid: "1", ...more };
  }
}
