const encoder = new TextEncoder();
const latin1 = new TextDecoder("latin1");

/**
 * A WebSocket over a bare TCP connection, no more than a bench needs: a thousand of them in one
 * process must cost less than the server that is measured. Pings are answered.
 */
export class Wire {
  bytes = 0;
  #rest = new Uint8Array(0);
  readonly #buffer = new Uint8Array(64 * 1024);

  private constructor(readonly connection: Deno.TcpConn, private readonly hear: Hear) {}

  /** @param path with its query */
  static async open(port: number, path: string, headers: Record<string, string>, hear: Hear) {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    connection.setNoDelay();
    const wire = new Wire(connection, hear);
    await wire.#shakeHands(port, path, headers);
    wire.#listen();
    return wire;
  }

  /** @param text whether it is a text frame */
  send(payload: Uint8Array, text = false): Promise<void> {
    return this.#write(text ? 0x81 : 0x82, payload);
  }

  close() {
    try {
      this.connection.close();
    } catch (error) {
      if (!(error instanceof Deno.errors.BadResource)) throw error;
    }
  }

  async #shakeHands(port: number, path: string, headers: Record<string, string>) {
    const lines = Object.entries({
      host: `127.0.0.1:${port}`,
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-key": btoa(crypto.randomUUID().slice(0, 16)),
      "sec-websocket-version": "13",
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    await this.connection.write(encoder.encode(`GET ${path} HTTP/1.1\r\n${lines}\r\n`));
    for (let end = -1; end < 0;) {
      await this.#more();
      const head = latin1.decode(this.#rest);
      end = head.indexOf("\r\n\r\n");
      if (end < 0) continue;
      if (!head.startsWith("HTTP/1.1 101")) throw new Error(head.slice(0, 200));
      this.#rest = this.#rest.subarray(end + 4);
    }
  }

  async #listen() {
    try {
      for (;;) {
        this.#frames();
        await this.#more();
      }
    } catch {
      this.hear(undefined);
    }
  }

  #frames() {
    for (;;) {
      const rest = this.#rest;
      if (rest.length < 2) return;
      let [at, length] = [2, rest[1]! & 127];
      if (length === 126) [at, length] = [4, rest[2]! << 8 | rest[3]!];
      else if (length === 127) {
        [at, length] = [10, new DataView(rest.buffer, rest.byteOffset).getUint32(6)];
      }
      if (rest.length < at + length) return;
      const payload = rest.subarray(at, at + length);
      if ((rest[0]! & 15) === 9) this.#write(0x8a, payload.slice());
      else this.hear(payload);
      this.#rest = rest.subarray(at + length);
    }
  }

  async #more() {
    const read = await this.connection.read(this.#buffer);
    if (read === null) throw new Error("hung up");
    this.bytes += read;
    const more = this.#buffer.subarray(0, read);
    if (this.#rest.length === 0) this.#rest = more.slice();
    else {
      const both = new Uint8Array(this.#rest.length + read);
      both.set(this.#rest);
      both.set(more, this.#rest.length);
      this.#rest = both;
    }
  }

  // The mask is zero, which leaves the payload as it is.
  async #write(first: number, payload: Uint8Array) {
    const head = payload.length < 126
      ? [first, 0x80 | payload.length, 0, 0, 0, 0]
      : [first, 0xfe, payload.length >> 8, payload.length & 255, 0, 0, 0, 0];
    const bytes = new Uint8Array(head.length + payload.length);
    bytes.set(head);
    bytes.set(payload, head.length);
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.connection.write(bytes.subarray(sent));
    }
  }
}

/** A frame's payload; undefined when the server has hung up. */
type Hear = (payload: Uint8Array | undefined) => void;
