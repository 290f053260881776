/** Chances that come again with their seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, by mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  oneOf<One>(all: readonly One[]): One {
    return all[this.between(0, all.length - 1)]!;
  }

  shuffled<One>(all: readonly One[]): One[] {
    return all.map((one) => ({ one, at: this.next() }))
      .sort((one, other) => one.at - other.at)
      .map(({ one }) => one);
  }
}
