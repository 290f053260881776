import { restream_targets_told_max } from "../../src/limits.ts";
import type { Sent, Told } from "../../src/restreams/door.ts";
import { type Means, Sending } from "./sending.ts";

/** All that is sent now, each target by itself: none waits for another. */
export class Restreamer {
  readonly #sendings = new Map<string, Sending>();
  readonly #ending = new Map<string, Promise<void>>();

  constructor(private readonly means: Means) {}

  /** Sends what is wanted from now on, and nothing else; what is sent already goes on. */
  want(targets: readonly Sent[]): void {
    const wanted = new Map(targets.map((target) => [target.id, target]));
    for (const [id, sending] of this.#sendings) {
      const target = wanted.get(id);
      if (!target || !sending.isFor(target)) this.#end(id, sending);
    }
    for (const [id, target] of wanted) {
      if (this.#sendings.has(id)) continue;
      this.#sendings.set(id, new Sending(target, this.means, this.#ending.get(id)));
    }
  }

  tick(): void {
    for (const sending of this.#sendings.values()) sending.tick();
  }

  get told(): Told[] {
    return Array.from(this.#sendings.values(), ({ told }) => told)
      .slice(0, restream_targets_told_max);
  }

  async stop(): Promise<void> {
    this.want([]);
    await Promise.all(this.#ending.values());
  }

  #end(id: string, sending: Sending) {
    this.#sendings.delete(id);
    const ending = sending.stop().finally(() => {
      if (this.#ending.get(id) === ending) this.#ending.delete(id);
    });
    this.#ending.set(id, ending);
  }
}
