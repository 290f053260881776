import { room_state_gather_ms } from "../limits.ts";
import type { Database } from "../platform.ts";
import { Pace } from "./gather.ts";
import type { LiveState } from "./live_state.ts";
import { readStage, tellStage } from "./stage.ts";

export interface Looking {
  readonly database: Database;
  readonly state: LiveState;
  /** The live state is what the database says now. */
  seen(): void;
  /** The show is not to be seen any more. */
  gone(): void;
  failed(error: unknown): void;
}

/** Looks at a show when there is news of it: at once, and not again before the next 100 ms. */
export class Looks {
  #pace: Pace;
  #missed = false;

  constructor(private readonly looking: Looking, showId: string) {
    this.#pace = new Pace(() => this.#look(showId), room_state_gather_ms);
  }

  ask(): void {
    this.#pace.ask();
  }

  /** Tries again what could not be read. */
  tick(): void {
    if (this.#missed) this.ask();
  }

  stop(): void {
    this.#pace.stop();
  }

  async #look(showId: string) {
    const { database, state, seen, gone, failed } = this.looking;
    try {
      const stage = await readStage(database, showId);
      this.#missed = false;
      if (!stage) return gone();
      tellStage(state, stage);
      seen();
    } catch (error) {
      this.#missed = true;
      failed(error);
    }
  }
}
