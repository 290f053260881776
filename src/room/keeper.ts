import { uuidv7 } from "uuidv7";
import { room_updates_between_compactions } from "../limits.ts";
import type { Author, RoomLog } from "./log.ts";

/** Stores what an open room authors, and has its updates made into one now and then. */
export class Keeper {
  readonly author: Author;
  #updates: number;

  /** @param updates how many there are */
  constructor(
    private readonly log: RoomLog,
    showId: string,
    updates: number,
    private readonly uncompacted: (error: unknown) => void,
  ) {
    this.author = { showId, openingId: uuidv7() };
    this.#updates = updates;
  }

  /** @throws what the store throws */
  async keep(update: Uint8Array): Promise<void> {
    await this.log.keep(this.author, update);
    if (++this.#updates < room_updates_between_compactions) return;
    this.#updates = 0;
    this.log.compact(this.author.showId).catch(this.uncompacted);
  }
}
