/**
 * Does some work at once when things are quiet, and at most every `ms` when they are not: what was
 * asked for in between is done together. Never twice at the same time.
 */
export class Pace {
  #wanted = false;
  #busy = false;
  #stopped = false;
  #wake?: () => void;

  /** @param work must not throw */
  constructor(private readonly work: () => unknown, private readonly ms: number) {}

  ask(): void {
    this.#wanted = true;
    if (!this.#busy && !this.#stopped) this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  async #run() {
    this.#busy = true;
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      await this.work();
      if (!this.#stopped) await this.#rest();
    }
    this.#busy = false;
  }

  #rest(): Promise<void> {
    return new Promise((rested) => {
      const timer = setTimeout(rested, this.ms);
      this.#wake = () => {
        clearTimeout(timer);
        rested();
      };
    });
  }
}
