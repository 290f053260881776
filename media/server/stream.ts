import type { Told } from "./hooks.ts";
import { limits } from "./limits.ts";
import { BroadcastServer, type Described, flvHeader, type Packet } from "./protocol.ts";

/** Somebody, or something, that is sent a stream. */
export interface Viewer {
  readonly id: string;
  /** Absent: it is this server itself, which writes files. */
  readonly ip?: string;
  readonly kind: "flv" | "rtmp";
  /** Takes bytes, never waits; who cannot keep up goes. */
  send(bytes: Uint8Array<ArrayBuffer>): void;
  /** The stream has ended, or he is asked to leave. */
  close(): void;
}

const data_frame = 16;

/** What one publisher sends, from his being accepted to his leaving. */
export class Stream {
  readonly cameAt = Date.now();
  readonly viewers = new Map<string, Viewer>();
  readonly described: Described = {};
  readonly #broadcast: BroadcastServer;
  readonly #ready = Promise.withResolvers<boolean>();
  #soundAlone?: ReturnType<typeof setTimeout>;
  #seen = false;
  #heard = false;
  bytes = 0;

  constructor(readonly told: Told, readonly publisher: { close(): void }) {
    this.#broadcast = new BroadcastServer(`/${told.app}/${told.stream}`);
    this.#broadcast.publisher = this.described;
  }

  /** True from the first key frame, or with sound alone; false when it ended before that. */
  get ready(): Promise<boolean> {
    return this.#ready.promise;
  }

  /** Who watches from outside. */
  get guests(): readonly Viewer[] {
    return [...this.viewers.values()].filter(({ ip }) => ip !== undefined);
  }

  get seen(): boolean {
    return this.#seen;
  }

  get heard(): boolean {
    return this.#heard;
  }

  /** @throws at a packet that nobody can read */
  take(packet: Packet): void {
    this.bytes += packet.size;
    if (packet.flags === 5) withoutDataFrame(packet);
    this.#broadcast.broadcastMessage(packet);
    if (packet.codec_type === 8) this.#hear();
    if (packet.flags === 3) this.#see();
  }

  /** Sends him what is needed to begin at once, and then everything. */
  add(viewer: Viewer): void {
    this.viewers.set(viewer.id, viewer);
    this.#broadcast.flvHeader = flvHeader(this.#heard, this.#seen);
    this.#broadcast.postPlay({
      id: viewer.id,
      ip: "",
      protocol: viewer.kind,
      sendBuffer: (bytes) => viewer.send(bytes as Uint8Array<ArrayBuffer>),
    });
  }

  remove(viewer: Viewer): void {
    this.viewers.delete(viewer.id);
    this.#broadcast.subscribers.delete(viewer.id);
  }

  /** Lets everybody go. */
  end(): void {
    clearTimeout(this.#soundAlone);
    this.#ready.resolve(false);
    for (const viewer of [...this.viewers.values()]) {
      this.remove(viewer);
      viewer.close();
    }
  }

  #see(): void {
    this.#seen = true;
    clearTimeout(this.#soundAlone);
    this.#ready.resolve(true);
  }

  #hear(): void {
    if (!this.#heard && !this.#seen) {
      this.#soundAlone = setTimeout(() => this.#ready.resolve(true), limits.sound_alone_ms);
    }
    this.#heard = true;
  }
}

/** Publishers say "@setDataFrame" before what they say; whoever reads FLV wants it without. */
function withoutDataFrame(packet: Packet): void {
  if (packet.data.toString("latin1", 3, data_frame) !== "@setDataFrame") return;
  packet.data = packet.data.subarray(data_frame);
  packet.size -= data_frame;
}
