import { room_unshown_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { ChatDocument, ChatItem } from "./document.ts";
import { readMessages } from "./archive.ts";

export interface LateGiven {
  readonly database: Database;
  readonly chat: ChatDocument;
  /** Milliseconds since 1970 */
  now(): number;
  show(items: readonly ChatItem[]): Promise<void>;
  failed(error: unknown): void;
}

/**
 * Messages of the archive that the room may never have been shown. Whoever archived one shows it at
 * once; when that has not happened in a while they are gone, and whoever waited here shows it.
 */
export class Late {
  #since = new Map<string, number>();

  constructor(private readonly given: LateGiven) {}

  expect(id: string): void {
    if (!this.#since.has(id)) this.#since.set(id, this.given.now());
  }

  /** Shows those that have waited long enough. */
  tick(): void {
    const due: string[] = [];
    for (const [id, since] of this.#since) {
      if (this.given.now() - since < room_unshown_seconds * 1000) break;
      due.push(id);
      this.#since.delete(id);
    }
    this.show(due);
  }

  /** Shows those that are not in the chat, if they still stand and are not past. */
  async show(ids: readonly string[]): Promise<void> {
    const { database, chat, show, failed } = this.given;
    const missing = ids.filter((id) => !chat.has(id));
    if (missing.length === 0) return;
    try {
      const items = await readMessages(database, missing);
      await show(items.filter(({ n }) => !chat.isPast(n)));
    } catch (error) {
      missing.forEach((id) => this.expect(id));
      failed(error);
    }
  }
}
