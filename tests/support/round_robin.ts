import {
  createServer,
  type IncomingMessage,
  request as ask,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { buffer } from "node:stream/consumers";
import { freePort } from "../../scripts/provide/port.ts";

const asked_every_ms = 100;

/**
 * One address for several processes: each request goes to the next of them, and so does each socket,
 * which stays where it went. It adds `X-Forwarded-For`, and does without a process that is gone or,
 * once it watches, that asks to be passed over.
 */
export class RoundRobin implements AsyncDisposable {
  readonly origin: string;
  #server: Server;
  #open = new Set<Duplex>();
  #ready: readonly number[];
  #next = 0;
  #asking?: ReturnType<typeof setInterval>;

  private constructor(port: number, private readonly ports: readonly number[]) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#ready = ports;
    this.#server = createServer((asked, answer) => this.#hand(asked, answer));
    this.#server.on("upgrade", (asked, near, head) => this.#join(asked, near, head));
    this.#server.on("connection", (socket) => this.#keep(socket));
  }

  /** @param ports of the processes, on loopback */
  static async open(ports: readonly number[]): Promise<RoundRobin> {
    const port = freePort();
    const proxy = new RoundRobin(port, ports);
    await new Promise<void>((open) => proxy.#server.listen(port, "127.0.0.1", () => open()));
    return proxy;
  }

  /** Asks each process over and over whether it is ready, and passes over those that are not. */
  watchReadiness(): this {
    this.#asking ??= setInterval(() => this.#askAll(), asked_every_ms);
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#asking);
    const closed = new Promise((close) => this.#server.close(close));
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  async #hand(asked: IncomingMessage, answer: ServerResponse) {
    // As a whole: a server may answer before it has read all, and let go of whoever still sends.
    const body = await buffer(asked);
    const far = await this.#reach();
    if (!far) return answer.writeHead(502).end();
    const { method, url, headers, socket } = asked;
    const upstream = ask({
      ...{ createConnection: () => far, method, path: url },
      headers: { ...headers, "x-forwarded-for": socket.remoteAddress, connection: "keep-alive" },
    }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
      answered.pipe(answer);
      answered.on("error", () => answer.destroy()).on("close", () => far.destroy());
    });
    upstream.on("error", () => answer.headersSent || answer.writeHead(502).end());
    upstream.end(body);
  }

  /** What a socket says is handed on as it comes. */
  async #join(asked: IncomingMessage, near: Duplex, head: Uint8Array) {
    const far = await this.#reach();
    if (!far) return near.destroy();
    const { rawHeaders } = asked;
    far.write(`${asked.method} ${asked.url} HTTP/1.1\r\n`);
    for (let at = 0; at < rawHeaders.length; at += 2) {
      far.write(`${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`);
    }
    far.write("\r\n");
    far.write(head);
    near.pipe(far).pipe(near);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  }

  async #askAll() {
    const answers = await Promise.all(this.ports.map(async (port) => {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      return answer?.ok ? [port] : [];
    }));
    this.#ready = answers.flat();
  }

  /** A connection to the next process that takes one; none when all are gone. */
  async #reach(): Promise<Socket | undefined> {
    const ready = this.#ready.length > 0 ? this.#ready : this.ports;
    const turn = this.#next++;
    for (let tries = 0; tries < ready.length; tries++) {
      const port = ready[(turn + tries) % ready.length]!;
      const far = connect(port, "127.0.0.1");
      const there = await new Promise<boolean>((known) => {
        far.once("connect", () => known(true));
        far.once("error", () => known(false));
      });
      if (there) return this.#keep(far);
    }
  }

  #keep<Kept extends Duplex>(socket: Kept): Kept {
    this.#open.add(socket);
    socket.on("close", () => this.#open.delete(socket));
    return socket;
  }
}
