import type { Redis } from "@upstash/redis";
import { fromBase64, toBase64 } from "../bytes.ts";
import { type Log, RedisAway } from "../platform.ts";

/** An update on its way between processes. */
interface Told {
  /** Who authored it: one need not hear oneself. */
  readonly from: string;
  /** As Yjs encodes it, in base64. */
  readonly update: string;
}

/**
 * Joins this process' rooms to those of the others: what one authors the others have a moment later,
 * on the channel `room:<show id>`. It is a shortcut. The outbox brings the same a little later, so
 * that nothing is asked for again when Redis was away.
 */
export class Join {
  readonly #process = crypto.randomUUID();
  #broken = false;

  constructor(private readonly redis: Redis, private readonly log: Log) {}

  /** Tells the other processes what this one has authored and stored. */
  async publish(showId: string, update: Uint8Array): Promise<void> {
    const told: Told = { from: this.#process, update: toBase64(update) };
    try {
      await this.redis.publish(channelOf(showId), told);
      this.#broken = false;
    } catch (error) {
      this.#tell(error);
    }
  }

  /**
   * Hears what other processes author.
   * @returns what ends the hearing
   */
  follow(showId: string, merge: (update: Uint8Array) => void): () => void {
    const ear = this.redis.subscribe<Told>(channelOf(showId));
    ear.on("message", ({ message }) => {
      try {
        if (message.from === this.#process) return;
        merge(fromBase64(message.update));
      } catch (error) {
        // Whatever it was, the outbox brings what is right; nobody's room ends for it.
        this.log("warn", "room.garbled", { showId, error: String(error) });
      }
    });
    ear.on("error", (error) => this.#tell(error));
    return () => void ear.unsubscribe();
  }

  // Once, until it works again: a busy room would fill the log.
  #tell(error: unknown) {
    if (this.#broken) return;
    this.#broken = true;
    const level = error instanceof RedisAway ? "info" : "warn";
    this.log(level, "room.unjoined", { error: String(error) });
  }
}

function channelOf(showId: string): string {
  return `room:${showId}`;
}
