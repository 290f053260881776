import type { Database, Log } from "../platform.ts";
import type { Attendance } from "./attendance.ts";
import { Peak } from "./peak.ts";

/** How many people watch a show. */
export interface ViewerCount {
  readonly now: number;
  /** The most at once while it was on air. */
  readonly peak: number;
}

export interface ViewersGiven {
  readonly database: Database;
  readonly log: Log;
  readonly attendance: Pick<Attendance, "count">;
  now(): number;
  /** Whether a show is on air, as far as this process knows. */
  isLive(showId: string): boolean;
  /** At each counting, whether anything has changed or not. */
  tell(showId: string, count: ViewerCount): void;
}

interface Crowd {
  /** How many sockets each viewer has here. */
  readonly sockets: Map<string, number>;
  readonly peak: Peak;
}

/**
 * Who watches, counted once however many tabs and devices they have: a person by their id, a guest by
 * a cookie. What is told is a number; who they are stays here.
 */
export class Viewers {
  #crowds = new Map<string, Crowd>();
  #counting?: Promise<void>;

  constructor(private readonly given: ViewersGiven) {}

  /**
   * A socket opened.
   * @param viewer names who watches, the same for all their sockets
   * @returns what is to be called once it has closed
   */
  enter(showId: string, viewer: string): () => void {
    const crowd = this.#crowds.get(showId) ??
      { sockets: new Map(), peak: new Peak(this.given.database, showId) };
    this.#crowds.set(showId, crowd);
    const { sockets } = crowd;
    sockets.set(viewer, (sockets.get(viewer) ?? 0) + 1);
    return () => {
      const left = sockets.get(viewer)! - 1;
      if (left > 0) sockets.set(viewer, left);
      else sockets.delete(viewer);
    };
  }

  /** Counts, and tells. To be called once a second. */
  tick(): Promise<void> {
    // A slow Redis is not asked again before it has answered.
    return this.#counting ??= this.#countAll().finally(() => this.#counting = undefined);
  }

  /** Leaves in good order: nobody of this process is counted any more, and peaks are kept. */
  async close(): Promise<void> {
    await this.#counting;
    for (const { sockets } of this.#crowds.values()) sockets.clear();
    await this.#countAll();
  }

  async #countAll() {
    await Promise.all([...this.#crowds].map(([showId, crowd]) => this.#count(showId, crowd)));
  }

  async #count(showId: string, crowd: Crowd) {
    const { sockets, peak } = crowd;
    const { attendance, isLive, tell } = this.given;
    const here = new Set(sockets.keys());
    const now = await attendance.count(showId, here);
    peak.see(now, isLive(showId));
    await this.#keep(showId, crowd);

    if (here.size === 0 && sockets.size === 0) this.#crowds.delete(showId);
    else tell(showId, { now, peak: peak.now });
  }

  async #keep(showId: string, { peak, sockets }: Crowd) {
    const { log, now } = this.given;
    try {
      await peak.keep(now(), sockets.size === 0);
    } catch (error) {
      log("warn", "viewers.peak", { showId, error: String(error) });
    }
  }
}
