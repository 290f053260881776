import { shortId } from "../identity.ts";
import { limits } from "../limits.ts";
import type { Stream, Viewer } from "../stream.ts";

/** One who watches over HTTP-FLV: a body that does not end before the stream does. */
export class FlvViewer implements Viewer {
  readonly id = shortId();
  readonly kind = "flv";
  readonly body: ReadableStream<Uint8Array>;
  #writing!: ReadableStreamDefaultController<Uint8Array>;
  #gone = false;

  constructor(private readonly stream: Stream, readonly ip: string) {
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => void (this.#writing = controller),
      cancel: () => void this.#leave(),
    }, new ByteLengthQueuingStrategy({ highWaterMark: limits.viewer_behind_bytes_max }));
    stream.add(this);
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#gone) return;
    this.#writing.enqueue(bytes);
    const behind = (this.#writing.desiredSize ?? 0) <= 0;
    // His player begins anew at the live edge.
    if (behind && this.#leave()) this.#writing.error(new Error("too far behind"));
  }

  close(): void {
    if (this.#leave()) this.#writing.close();
  }

  /** @returns whether he was still there */
  #leave(): boolean {
    if (this.#gone) return false;
    this.#gone = true;
    this.stream.remove(this);
    return true;
  }
}
