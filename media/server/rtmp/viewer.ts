import type { Socket } from "node:net";
import { limits } from "../limits.ts";
import type { Stream, Viewer } from "../stream.ts";

/** One who reads a stream over RTMP: the restreamer. */
export class RtmpViewer implements Viewer {
  readonly kind = "rtmp";

  constructor(
    readonly id: string,
    readonly ip: string,
    private readonly socket: Socket,
    private readonly stream: Stream,
    readonly close: () => void,
  ) {}

  send(bytes: Uint8Array): void {
    if (this.socket.writableLength > limits.viewer_behind_bytes_max) return this.close();
    this.socket.write(bytes);
  }

  leave(): void {
    this.stream.remove(this);
  }
}
