/** Waiting that can be cut short for good. */
export class Pause {
  #wakes = new Set<() => void>();
  #stopped = false;

  for(ms: number): Promise<void> {
    if (this.#stopped || ms <= 0) return Promise.resolve();
    return new Promise((wake) => {
      const over = () => {
        clearTimeout(timer);
        this.#wakes.delete(over);
        wake();
      };
      const timer = setTimeout(over, ms);
      this.#wakes.add(over);
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#wakes.forEach((wake) => wake());
  }
}

/**
 * Does some work at once when things are quiet, and begins it every `ms` when they are not: what was
 * asked for in between is done together. What is asked for a little late keeps its turn, so that one
 * that was slow does not make all that follow late. Never twice at the same time.
 */
export class Pace {
  #wanted = false;
  #busy = false;
  #stopped = false;
  /** When the next may begin. */
  #due = -Infinity;
  #pause = new Pause();

  /** @param work must not throw */
  constructor(private readonly work: () => unknown, private readonly ms: number) {}

  ask(): void {
    this.#wanted = true;
    if (!this.#busy) this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#pause.stop();
  }

  async #run() {
    this.#busy = true;
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      const now = performance.now();
      this.#due = (now - this.#due < this.ms ? this.#due : now) + this.ms;
      await this.work();
      await this.#pause.for(this.#due - performance.now());
    }
    this.#busy = false;
  }
}
