import type { Value } from "./value.ts";

interface Kept {
  value: Value;
  /** Milliseconds; absent: it stays. */
  expiresAt?: number;
}

const sweep_every_writes = 1000;

/** Keys with their values, until they expire. */
export class Keyspace {
  #kept = new Map<string, Kept>();
  #writes = 0;

  constructor(private readonly now: () => number) {}

  get(key: string): Value | undefined {
    return this.#alive(key)?.value;
  }

  /** Keeps the moment that it expires at; an empty collection is no key. */
  put(key: string, value: Value): void {
    if (typeof value !== "string" && value.size === 0) return void this.#kept.delete(key);
    const kept = this.#alive(key);
    if (kept) kept.value = value;
    else this.#kept.set(key, { value });
    if (++this.#writes % sweep_every_writes === 0) this.#sweep();
  }

  delete(key: string): boolean {
    return this.#alive(key) !== undefined && this.#kept.delete(key);
  }

  /** @param ms from now; absent: it stays */
  expire(key: string, ms?: number): boolean {
    const kept = this.#alive(key);
    if (kept) kept.expiresAt = ms === undefined ? undefined : this.now() + ms;
    return kept !== undefined;
  }

  /** Milliseconds that it lives yet, -1 when it stays, -2 when it is not there. */
  left(key: string): number {
    const kept = this.#alive(key);
    if (!kept) return -2;
    return kept.expiresAt === undefined ? -1 : kept.expiresAt - this.now();
  }

  #alive(key: string): Kept | undefined {
    const kept = this.#kept.get(key);
    if (kept?.expiresAt === undefined || kept.expiresAt > this.now()) return kept;
    this.#kept.delete(key);
    return undefined;
  }

  // A key that nobody asks for again would stay for ever.
  #sweep() {
    for (const key of this.#kept.keys()) this.#alive(key);
  }
}
