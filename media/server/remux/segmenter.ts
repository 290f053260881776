import { join } from "node:path";
import { limits } from "../limits.ts";
import type { Stream } from "../stream.ts";
import type { Follower } from "../streams.ts";
import { Remuxer } from "./remuxer.ts";

// A bit less than a second: with a key frame each second, a whole one would now and then miss it.
const segment_seconds = "0.9";
const listed_segments = "6";

/** Writes HLS of every stream: `<name>.m3u8` and its segments. */
export class Segmenter implements Follower {
  readonly #remuxers = new Map<Stream, Remuxer>();
  readonly #sweeping = new Map<Stream, ReturnType<typeof setTimeout>>();

  constructor(private readonly folder: string) {}

  async began(stream: Stream): Promise<void> {
    if (!await stream.ready) return;
    const remuxer = new Remuxer(stream, this.#output(stream));
    this.#remuxers.set(stream, remuxer);
    await remuxer.finished;
    this.#remuxers.delete(stream);
  }

  /** What there is of it can be watched to its end, for a while. */
  ended(stream: Stream): void {
    const timer = setTimeout(() => this.#sweep(stream), limits.segments_kept_ms);
    this.#sweeping.set(stream, timer);
  }

  async close(): Promise<void> {
    for (const timer of this.#sweeping.values()) clearTimeout(timer);
    await Promise.all([...this.#remuxers.values()].map(({ finished }) => finished));
  }

  #output({ told }: Stream): string[] {
    return [
      ...["-f", "hls", "-hls_time", segment_seconds, "-hls_list_size", listed_segments],
      // Seconds of the clock: numbers that grow on over a publisher's return.
      ...["-hls_start_number_source", "epoch", "-hls_delete_threshold", listed_segments],
      ...["-hls_flags", "delete_segments+omit_endlist+independent_segments+temp_file"],
      ...["-hls_segment_filename", join(this.folder, `${told.stream}-${told.clientId}-%d.ts`)],
      join(this.folder, `${told.stream}.m3u8`),
    ];
  }

  async #sweep(stream: Stream): Promise<void> {
    this.#sweeping.delete(stream);
    const { told } = stream;
    const playlist = join(this.folder, `${told.stream}.m3u8`);
    const own = `${told.stream}-${told.clientId}-`;
    const text = await Deno.readTextFile(playlist).catch(() => "");
    if (text.includes(own)) await Deno.remove(playlist).catch(() => {});
    for await (const { name } of Deno.readDir(this.folder)) {
      if (name.startsWith(own)) await Deno.remove(join(this.folder, name)).catch(() => {});
    }
  }
}
