/** A certificate of a host, signed by an authority that nobody knows. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** The file of the authority, or of itself. */
  readonly caFile: string;
}

/** Makes certificates in a folder, with the openssl of the machine. */
export async function makeCertificate(folder: string, host: string): Promise<Certificate> {
  const file = (end: string) => `${folder}/${host}.${end}`;
  const { success, stderr } = await new Deno.Command("openssl", {
    args: [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${host}`],
      ...["-addext", `subjectAltName=DNS:${host}`],
      ...["-keyout", file("key"), "-out", file("pem")],
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  const cert = await Deno.readTextFile(file("pem"));
  return { cert, key: await Deno.readTextFile(file("key")), caFile: file("pem") };
}

/** Takes connections with a certificate, and leads them to a port in the clear. */
export class TlsFront implements AsyncDisposable {
  readonly port: number;
  readonly #listener: Deno.TlsListener;
  readonly #connections = new Set<{ close(): void }>();
  readonly #serving: Promise<void>;

  constructor({ cert, key }: Certificate, private readonly inward: number) {
    this.#listener = Deno.listenTls({ hostname: "127.0.0.1", port: 0, cert, key });
    this.port = (this.#listener.addr as Deno.NetAddr).port;
    this.#serving = this.#serve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    for (const connection of this.#connections) close(connection);
    await this.#serving;
  }

  async #serve() {
    const leading: Promise<void>[] = [];
    try {
      for await (const connection of this.#listener) leading.push(this.#lead(connection));
    } catch {
      // It was closed.
    }
    await Promise.all(leading);
  }

  async #lead(outside: Deno.TlsConn) {
    this.#connections.add(outside);
    try {
      await outside.handshake();
      const inside = await Deno.connect({ hostname: "127.0.0.1", port: this.inward });
      this.#connections.add(inside);
      const ways = [
        outside.readable.pipeTo(inside.writable),
        inside.readable.pipeTo(outside.writable),
      ];
      await Promise.allSettled(
        ways.map((way) => way.finally(() => [outside, inside].forEach(close))),
      );
    } catch {
      close(outside);
    }
  }
}

function close(connection: { close(): void }) {
  try {
    connection.close();
  } catch {
    // It is closed already.
  }
}
