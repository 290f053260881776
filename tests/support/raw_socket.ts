import type { Person } from "./person.ts";

/** A WebSocket that speaks to a room without knowing its protocol. */
export class RawSocket implements AsyncDisposable {
  /** Settles with the code that the socket was closed with. */
  readonly closed: Promise<number>;
  /** Settles when the socket is open; fails when it was refused. */
  readonly open: Promise<void>;
  #socket: WebSocket;
  #hears = () => {};

  constructor(
    origin: string,
    showId: string,
    { person, from = origin }: { person?: Person; from?: string } = {},
  ) {
    const cookie = person?.cookies.header;
    this.#socket = new WebSocket(`${origin.replace("http", "ws")}/rooms/${showId}`, {
      headers: { origin: from, ...(cookie && { cookie }) },
    } as unknown as string[]);
    this.#socket.binaryType = "arraybuffer";
    this.#socket.onmessage = () => this.#hears();
    this.closed = new Promise((closed) => this.#socket.onclose = ({ code }) => closed(code));
    this.open = new Promise((open, refused) => {
      this.#socket.onopen = () => open();
      this.#socket.onerror = () => refused(new Error("the socket was refused"));
    });
    this.open.catch(() => {});
  }

  /** Sends a frame over and over, each when the one before was answered, until it is closed. */
  async persist(frame: Uint8Array | string): Promise<void> {
    while (this.#socket.readyState === WebSocket.OPEN) {
      const answered = new Promise<void>((answer) => this.#hears = answer);
      this.send(frame);
      await Promise.race([answered, this.closed]);
    }
  }

  send(frame: Uint8Array | string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(frame as Uint8Array<ArrayBuffer> | string);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close();
    await this.closed;
  }
}

/** A WebSocket by hand over TCP, which reads only when it is told to. */
export class SlowSocket implements Disposable {
  #connection: Deno.TcpConn;

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
  }

  static async open(origin: string, showId: string): Promise<SlowSocket> {
    const { hostname, port, host } = new URL(origin);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    const socket = new SlowSocket(connection);
    await connection.write(new TextEncoder().encode(
      `GET /rooms/${showId} HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\n` +
        "connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n" +
        "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    ));
    return socket;
  }

  /** Sends a small frame, masked with zeros as clients must mask. */
  async send(frame: Uint8Array): Promise<void> {
    await this.#connection.write(Uint8Array.of(0x82, 0x80 | frame.length, 0, 0, 0, 0, ...frame));
  }

  /** Reads all that there is, to the end. @returns the code of the closing frame */
  async readToClose(): Promise<number> {
    let last = new Uint8Array();
    const chunk = new Uint8Array(65_536);
    for (;;) {
      const read = await this.#connection.read(chunk).catch(() => null);
      if (read === null) break;
      last = new Uint8Array([...last.slice(-64), ...chunk.slice(0, read).slice(-64)]);
      const at = last.findLastIndex((byte, index) => byte === 0x88 && isClosing(last, index));
      if (at >= 0) return last[at + 2]! * 256 + last[at + 3]!;
    }
    throw new Error("the socket ended without a closing frame");
  }

  [Symbol.dispose](): void {
    this.#connection.close();
  }
}

/** Whether a closing frame begins here, and ends the text. */
function isClosing(bytes: Uint8Array, at: number) {
  return bytes[at + 1] === bytes.length - at - 2 && (bytes[at + 2] === 0x11 || bytes[at + 2] === 3);
}
