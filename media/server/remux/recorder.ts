import { join, resolve } from "node:path";
import type { Hooks } from "../hooks.ts";
import type { Stream } from "../stream.ts";
import type { Follower } from "../streams.ts";
import { Remuxer } from "./remuxer.ts";

/** Records every stream: `<name>.<milliseconds since 1970>.mp4`, one for each time somebody publishes. */
export class Recorder implements Follower {
  readonly #recording = new Set<Promise<void>>();

  constructor(private readonly folder: string, private readonly hooks: Hooks) {}

  began(stream: Stream): void {
    const recording = this.#record(stream).finally(() => this.#recording.delete(recording));
    this.#recording.add(recording);
  }

  async close(): Promise<void> {
    await Promise.all(this.#recording);
  }

  async #record(stream: Stream): Promise<void> {
    if (!await stream.ready) return;
    const name = `${stream.told.stream}.${Date.now()}.mp4`;
    const unfinished = join(this.folder, `.${name}`);
    const { finished } = new Remuxer(stream, ["-movflags", "+faststart", "-f", "mp4", unfinished]);
    if (!await finished) return await Deno.remove(unfinished).catch(() => {});
    await Deno.rename(unfinished, join(this.folder, name));
    const file = { cwd: resolve(this.folder, ".."), file: `recordings/${name}` };
    await this.hooks.recorded(stream.told, file);
  }
}
