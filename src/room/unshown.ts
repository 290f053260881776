import { room_unshown_seconds } from "../limits.ts";

/**
 * Messages of the archive that nobody has shown yet. Whoever archived one shows it at once; when that
 * has not happened in a while, they are gone, and whoever waited here shows it.
 */
export class Unshown {
  #since = new Map<string, number>();

  /** @param now milliseconds since 1970 */
  expect(id: string, now: number): void {
    if (!this.#since.has(id)) this.#since.set(id, now);
  }

  /** Those that have waited long enough. They are not waited for any more. */
  takeDue(now: number): string[] {
    const due: string[] = [];
    for (const [id, since] of this.#since) {
      if (now - since < room_unshown_seconds * 1000) break;
      due.push(id);
      this.#since.delete(id);
    }
    return due;
  }
}
