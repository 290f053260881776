import type { Buffer } from "node:buffer";
import { limits } from "../limits.ts";
import { type Invocation, type Packet, Rtmp } from "../protocol.ts";

/** What a client wants of a stream. */
export interface Wish {
  readonly what: "publish" | "play";
  readonly app: string;
  readonly stream: string;
  readonly param: string;
  readonly tcUrl: string;
}

/** What may be a name: it becomes part of a file's name and of addresses. */
const name = /^[\w-]{1,64}$/;

/** RTMP with bounds, which asks before it answers that one may publish or play. */
export class GuardedRtmp extends Rtmp {
  wished?: (wish: Wish) => void;
  left?: () => void;
  #tcUrl = "";

  constructor(output: (bytes: Buffer) => void, packet: (packet: Packet) => void) {
    super();
    this.onOutputCallback = output;
    this.onPacketCallback = packet;
  }

  override onConnect(asked: Invocation): void {
    this.#tcUrl = String(asked.cmdObj?.tcUrl ?? "").split("?")[0]!;
    super.onConnect(asked);
  }

  override onPublish(asked: Invocation): void {
    this.wished?.(this.#read("publish", asked));
  }

  override onPlay(asked: Invocation): void {
    this.wished?.(this.#read("play", asked));
  }

  override onDeleteStream(): void {
    this.left?.();
  }

  override packetAlloc(): void {
    const { length } = this.parserPacket.header;
    if (length > limits.message_bytes_max) throw new Error(`a message of ${length} bytes`);
    if (this.inPackets.size > limits.chunk_streams_max) throw new Error("too many chunk streams");
    super.packetAlloc();
  }

  override controlHandler(): void {
    super.controlHandler();
    const size = this.inChunkSize;
    if (size < 1 || size > limits.message_bytes_max) throw new Error(`chunks of ${size} bytes`);
  }

  /** @throws at names that no stream may have */
  #read(what: Wish["what"], { streamName }: Invocation): Wish {
    const [stream = "", ...rest] = typeof streamName === "string" ? streamName.split("?") : [];
    const app = this.streamApp ?? "";
    const param = rest.length > 0 ? `?${rest.join("?")}` : "";
    if (app !== "live" || !name.test(stream)) throw new Error("a name that no stream may have");
    if (param.length > limits.param_length_max) throw new Error("a key longer than any");
    this.streamName = stream;
    this.streamId = this.parserPacket.header.stream_id;
    return { what, app, stream, param, tcUrl: this.#tcUrl };
  }
}
