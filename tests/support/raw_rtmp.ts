import { Buffer } from "node:buffer";
import amf from "node-media-server/src/protocol/amf.js";

const handshake_bytes = 1536;

/** Bytes on a connection for publishers, as right or as wrong as a test wants them. */
export class RawRtmp implements AsyncDisposable {
  readonly #closed: Promise<void>;

  private constructor(private readonly connection: Deno.TcpConn) {
    this.#closed = this.#drain();
  }

  /** @param url `rtmp://host:port/…` */
  static async connect(url: string): Promise<RawRtmp> {
    const { hostname, port } = new URL(url.replace("rtmp:", "http:"));
    return new RawRtmp(await Deno.connect({ hostname, port: Number(port) }));
  }

  /** One who has shaken hands, and said which application he wants. */
  static async greeted(url: string, app = "live", tcUrl: unknown = url): Promise<RawRtmp> {
    const caller = await RawRtmp.connect(url);
    await caller.shake();
    await caller.invoke({ cmd: "connect", transId: 1, cmdObj: { app, tcUrl } });
    await caller.invoke({ cmd: "createStream", transId: 2, cmdObj: null });
    return caller;
  }

  async shake(): Promise<void> {
    await this.send(Uint8Array.of(3), new Uint8Array(2 * handshake_bytes));
  }

  /** A command, in AMF as the encoders send it. */
  async invoke(command: Record<string, unknown>): Promise<void> {
    await this.message(20, amf.encodeAmf0Cmd(command));
  }

  publish(streamName: unknown): Promise<void> {
    return this.invoke({ cmd: "publish", transId: 3, cmdObj: null, streamName, type: "live" });
  }

  /**
   * A whole message in chunks of 128 bytes.
   * @param length what its header says; by default the truth
   */
  async message(type: number, body: Uint8Array, length = body.length, channel = 3): Promise<void> {
    const head = Buffer.alloc(12);
    head[0] = channel;
    head.writeUIntBE(length, 4, 3);
    head[7] = type;
    head.writeUInt32LE(1, 8);
    const parts: Uint8Array[] = [head, body.subarray(0, 128)];
    for (let at = 128; at < body.length; at += 128) {
      parts.push(Uint8Array.of(0xc0 | channel), body.subarray(at, at + 128));
    }
    await this.send(...parts);
  }

  /** Who is cut off while he sends is cut off: that is for `closed` to say. */
  async send(...parts: readonly Uint8Array[]): Promise<void> {
    let rest = Buffer.concat(parts);
    try {
      while (rest.length > 0) rest = rest.subarray(await this.connection.write(rest));
    } catch (error) {
      if (!isCut(error)) throw error;
    }
  }

  /** Whether the server ends the connection in time. */
  async closed(ms_max: number): Promise<boolean> {
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), ms_max);
    const closed = await Promise.race([this.#closed.then(() => true as const), late.promise]);
    clearTimeout(timer);
    return closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.connection.close();
    await this.#closed;
  }

  async #drain(): Promise<void> {
    const bytes = new Uint8Array(4096);
    try {
      while (await this.connection.read(bytes) !== null);
    } catch (error) {
      if (!isCut(error)) throw error;
    }
  }
}

function isCut(error: unknown): boolean {
  return [
    Deno.errors.ConnectionReset,
    Deno.errors.BrokenPipe,
    Deno.errors.BadResource,
    Deno.errors.Interrupted,
    Deno.errors.NotConnected,
  ].some((kind) => error instanceof kind);
}
