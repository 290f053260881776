import { shortId } from "../identity.ts";
import { limits } from "../limits.ts";
import type { Stream, Viewer } from "../stream.ts";

/** One who watches over HTTP-FLV: a body that does not end before the stream does. */
export class FlvViewer implements Viewer {
  readonly id = shortId();
  readonly kind = "flv";
  readonly body: ReadableStream<Uint8Array>;
  #writing!: ReadableStreamDefaultController<Uint8Array>;

  constructor(private readonly stream: Stream, readonly ip: string) {
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#writing = controller),
      cancel: () => this.stream.remove(this),
    }, new ByteLengthQueuingStrategy({ highWaterMark: limits.viewer_behind_bytes_max }));
    stream.add(this);
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    this.#writing.enqueue(bytes);
    if ((this.#writing.desiredSize ?? 0) <= 0) this.#drop();
  }

  close(): void {
    this.#writing.close();
  }

  /** He reads slower than the stream is; his player begins anew at the live edge. */
  #drop(): void {
    this.stream.remove(this);
    this.#writing.error(new Error("too far behind"));
  }
}
