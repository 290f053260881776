const encoder = new TextEncoder();
// A character a byte, so that lengths agree whatever language a refusal is in.
const decoder = new TextDecoder("latin1");

/**
 * HTTP/1.1 over one connection that stays open, one request at a time: no more than a bench needs,
 * for the client's work is taken from the machine that is measured.
 */
export class KeptAlive {
  #rest = "";
  readonly #buffer = new Uint8Array(64 * 1024);

  private constructor(readonly connection: Deno.TcpConn, readonly host: string) {}

  static async open(hostname: string, port: number): Promise<KeptAlive> {
    const connection = await Deno.connect({ hostname, port });
    connection.setNoDelay();
    return new KeptAlive(connection, `${hostname}:${port}`);
  }

  /** @param body ASCII */
  async post(path: string, headers: Record<string, string>, body: string) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
    await this.#send(
      `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\ncontent-length: ${body.length}\r\n${lines}\r\n${body}`,
    );
    while (!this.#rest.includes("\r\n\r\n")) await this.#more();
    const end = this.#rest.indexOf("\r\n\r\n") + 4;
    const head = this.#rest.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
    if (Number.isNaN(length)) throw new Error(`an answer without a length: ${head}`);
    while (this.#rest.length < end + length) await this.#more();
    const answer = this.#rest.slice(end, end + length);
    this.#rest = this.#rest.slice(end + length);
    return { status: Number(head.slice(9, 12)), body: answer };
  }

  close() {
    this.connection.close();
  }

  async #send(text: string) {
    const bytes = encoder.encode(text);
    for (let sent = 0; sent < bytes.length;) {
      sent += await this.connection.write(bytes.subarray(sent));
    }
  }

  async #more() {
    const read = await this.connection.read(this.#buffer);
    if (read === null) throw new Error("the shop hung up");
    this.#rest += decoder.decode(this.#buffer.subarray(0, read));
  }
}
