const still_ticks_max = 5;

/** What is looked at each second. */
export interface Watched {
  readonly currentTime: number;
  readonly paused: boolean;
}

/**
 * Whether a picture goes on, told tick by tick. Who has paused it, or looks elsewhere, does not
 * expect it to move.
 */
export class Watchdog {
  #at = -1;
  #still = 0;
  #steady = 0;

  constructor(private readonly video: Watched) {}

  /** Seconds that the picture has gone on without standing still. */
  get steady_seconds(): number {
    return this.#steady;
  }

  /** @returns whether it has stood still for too long; said once for each time */
  tick(isHidden: boolean): boolean {
    const { currentTime, paused } = this.video;
    const moved = currentTime !== this.#at;
    this.#at = currentTime;
    if (paused || isHidden) {
      this.#still = this.#steady = 0;
      return false;
    }
    this.#steady = moved ? this.#steady + 1 : 0;
    this.#still = moved ? 0 : this.#still + 1;
    return this.#still === still_ticks_max;
  }
}
