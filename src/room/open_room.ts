import type { Item, News } from "../outbox/news.ts";
import type { Platform } from "../platform.ts";
import type { LiveIds } from "./live_ids.ts";
import type { RoomLog } from "./log.ts";
import { Room } from "./room.ts";

/** What carries updates to other processes sooner than the outbox does. It may fail to. */
export interface RoomLink {
  /** This process authored and stored an update of a show's room. */
  publish(showId: string, update: Uint8Array): void;
  /** @returns what ends the following */
  follow(showId: string, merge: (update: Uint8Array) => void): () => void;
}

export interface OpenRoomGiven {
  readonly platform: Pick<Platform, "database" | "log" | "now">;
  readonly news: News;
  readonly roomLog: RoomLog;
  readonly link?: RoomLink;
  readonly liveIds?: LiveIds;
  /** The live state is what the database says now. */
  seen?(): void;
  /** This room is over; who comes next opens it anew. */
  over(room: OpenRoom): void;
}

/** A room that this process has open, or is about to. */
export class OpenRoom {
  /** Undefined: there is no such show to see. It fails with a DatabaseError. */
  readonly opening: Promise<Room | undefined>;
  /** Milliseconds since 1970 */
  usedAt: number;
  #room?: Room;
  /** News that came while it was opening. */
  #early: Item[] = [];
  #over = false;
  #unlink?: () => void;

  constructor(readonly showId: string, private readonly given: OpenRoomGiven) {
    this.usedAt = given.platform.now();
    this.opening = this.#open();
    // Whoever waits for it hears of it.
    this.opening.catch(() => {});
  }

  get room(): Room | undefined {
    return this.#room;
  }

  hear(item: Item): void {
    if (this.#room) this.#room.hear(item);
    else this.#early.push(item);
  }

  end(): void {
    this.#over = true;
    this.#unlink?.();
    this.#room?.end();
    this.given.over(this);
  }

  async #open(): Promise<Room | undefined> {
    const { showId, given: { platform, news, link, roomLog, liveIds, seen } } = this;
    try {
      // What is committed from now on is heard; what was before is read.
      await news.begun();
      const room = await Room.open(showId, {
        database: platform.database,
        log: platform.log,
        now: platform.now,
        roomLog,
        liveIds,
        seen: () => seen?.(),
        onUpdate: (update) => link?.publish(showId, update),
        failed: () => this.end(),
      });
      if (!room || this.#over) {
        room?.end();
        this.end();
        return undefined;
      }
      this.#room = room;
      this.#early.splice(0).forEach((item) => room.hear(item));
      this.#unlink = link?.follow(showId, (update) => room.merge(update));
      return room;
    } catch (error) {
      this.end();
      throw error;
    }
  }
}
