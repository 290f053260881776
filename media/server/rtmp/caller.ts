import { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import type { Hooks, Told } from "../hooks.ts";
import { shortId } from "../identity.ts";
import { limits } from "../limits.ts";
import type { Packet } from "../protocol.ts";
import type { Stream } from "../stream.ts";
import type { Streams } from "../streams.ts";
import { GuardedRtmp, type Wish } from "./guarded.ts";
import { RtmpViewer } from "./viewer.ts";

/** One connection over RTMP: somebody who publishes, or plays, or is let go. */
export class Caller {
  readonly id = shortId();
  readonly ip: string;
  readonly #rtmp: GuardedRtmp;
  #wish?: Wish;
  #stream?: Stream;
  #viewer?: RtmpViewer;
  /** What came in one piece with the wish, before anybody had judged it. */
  #unjudged: Packet[] = [];
  #unjudged_bytes = 0;
  #patience?: ReturnType<typeof setTimeout>;
  #closed = false;

  constructor(
    private readonly socket: Socket,
    private readonly streams: Streams,
    private readonly hooks: Hooks,
  ) {
    this.ip = socket.remoteAddress ?? "";
    this.#rtmp = new GuardedRtmp(
      (bytes) => void socket.write(bytes),
      (packet) => this.#take(packet),
    );
    this.#rtmp.wished = (wish) => this.#judge(wish);
    this.#rtmp.left = () => this.close();
    socket.setNoDelay(true);
    socket.on("data", (bytes: Buffer) => this.#read(bytes));
    socket.on("close", () => this.close());
    socket.on("error", () => this.close());
    this.#wait(limits.wish_ms_max);
  }

  /** Lets him go; his stream ends with him. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#patience);
    if (this.#stream) this.streams.end(this.#stream);
    this.#viewer?.leave();
    this.socket.destroy();
  }

  #read(bytes: Buffer): void {
    if (this.#closed) return;
    try {
      if (this.#rtmp.parserData(bytes) !== null) this.close();
    } catch {
      this.close();
    }
  }

  /** @throws when he wishes a second time, or at more than one may send unasked */
  #judge(wish: Wish): void {
    if (this.#wish) throw new Error("a second wish on one connection");
    this.#wish = wish;
    clearTimeout(this.#patience);
    if (wish.what === "publish") {
      this.socket.pause();
      this.#publish(wish);
    } else {
      this.#play(wish);
    }
  }

  async #publish(wish: Wish): Promise<void> {
    const told: Told = { ...wish, clientId: this.id, ip: this.ip, streamId: `vid-${shortId()}` };
    const admitted = await this.hooks.admits(told);
    // He may have left while he was judged; then the application is told that he did.
    if (this.#closed) return admitted ? this.hooks.left(told) : undefined;
    this.#stream = admitted ? this.streams.begin(told, this) : undefined;
    if (!this.#stream) return this.#refuse("NetStream.Publish.BadName");
    this.#rtmp.respondPublish();
    this.#wait(limits.first_packet_ms_max);
    const before = this.#unjudged.splice(0);
    for (const packet of before) this.#take(packet);
    this.socket.resume();
  }

  async #play(wish: Wish): Promise<void> {
    const stream = await this.streams.shown(wish.stream);
    if (this.#closed) return;
    if (!stream) return this.#refuse("NetStream.Play.StreamNotFound");
    this.#rtmp.respondPlay();
    this.#viewer = new RtmpViewer(this.id, this.ip, this.socket, stream, () => this.close());
    stream.add(this.#viewer);
  }

  #refuse(code: string): void {
    this.#rtmp.sendStatusMessage(this.#rtmp.streamId ?? 0, "error", code, "refused");
    this.socket.end(() => this.close());
    this.#wait(limits.first_packet_ms_max);
  }

  #take(packet: Packet): void {
    if (this.#stream) {
      this.#wait(limits.quiet_ms_max);
      this.#pass(packet);
    } else if (this.#wish?.what === "publish") {
      this.#unjudged_bytes += packet.size;
      if (this.#unjudged_bytes > limits.unjudged_bytes_max) throw new Error("too much, too early");
      this.#unjudged.push({ ...packet, data: Buffer.from(packet.data.subarray(0, packet.size)) });
    }
  }

  #pass(packet: Packet): void {
    try {
      this.#stream!.take(packet);
    } catch {
      this.close();
    }
  }

  #wait(ms: number): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.close(), ms);
  }
}
