import { room_idle_seconds, room_tick_seconds } from "../limits.ts";
import type { Item, News } from "../outbox/news.ts";
import type { Platform } from "../platform.ts";
import type { LiveIds } from "./live_ids.ts";
import { databaseLog, type RoomLog } from "./log.ts";
import { OpenRoom, type RoomLink } from "./open_room.ts";
import type { Room } from "./room.ts";
import { readPurchases } from "./toasts.ts";

/** Calls `tick` now and then from now on. @returns what ends that */
export type Rhythm = (tick: () => void) => () => void;

/** What open rooms are given; what is left out is as it is in a process that lives on. */
export interface OpenRoomsGiven {
  readonly platform: Pick<Platform, "database" | "log" | "now">;
  readonly news: News;
  readonly link?: RoomLink;
  /** Absent: the database. */
  readonly roomLog?: RoomLog;
  /** Absent: once a second. */
  readonly rhythm?: Rhythm;
  readonly liveIds?: LiveIds;
  /** The live state of some room is what the database says now. */
  seen?(): void;
}

/** The rooms that are open here, and the news that they are told. Nothing is read when none is. */
export class OpenRooms {
  #rooms = new Map<string, OpenRoom>();
  #rest?: () => void;
  readonly #roomLog: RoomLog;

  /** @param tick is called as often as the rooms tick, before they do */
  constructor(private readonly given: OpenRoomsGiven, private readonly tick: () => void) {
    this.#roomLog = given.roomLog ?? databaseLog(given.platform.database);
  }

  /** The room of a show, if it is open. */
  get(showId: string): Room | undefined {
    return this.#rooms.get(showId)?.room;
  }

  /**
   * Opens the room of a show; undefined: there is no such show to see.
   * @throws DatabaseError
   */
  open(showId: string): Promise<Room | undefined> {
    const known = this.#rooms.get(showId);
    if (known) {
      known.usedAt = this.given.platform.now();
      return known.opening;
    }
    this.#rest ??= this.#follow();
    const room = new OpenRoom(showId, {
      ...this.given,
      roomLog: this.#roomLog,
      over: (room) => this.#forget(room),
    });
    this.#rooms.set(showId, room);
    return room.opening;
  }

  /**
   * Lets rooms do what is due, and closes those that have been empty for a while.
   * @param taken the shows that somebody watches
   */
  tickAll(taken: ReadonlySet<string>): void {
    const now = this.given.platform.now();
    for (const [showId, room] of [...this.#rooms]) {
      if (taken.has(showId)) room.usedAt = now;
      if (now - room.usedAt >= room_idle_seconds * 1000) room.end();
      else room.room?.tick();
    }
  }

  endAll(): void {
    for (const room of [...this.#rooms.values()]) room.end();
  }

  #forget(room: OpenRoom) {
    if (this.#rooms.get(room.showId) !== room) return;
    this.#rooms.delete(room.showId);
    if (this.#rooms.size > 0) return;
    this.#rest?.();
    this.#rest = undefined;
  }

  /** @returns what ends it */
  #follow() {
    const unwatch = this.given.news.watch((items) => this.#hear(items));
    const rest = (this.given.rhythm ?? regularly)(this.tick);
    return () => {
      rest();
      unwatch();
    };
  }

  // News of a product does not say which shows it left.
  #hear(items: readonly Item[]) {
    const placed = items.filter(({ topic }) => topic === "order.placed");
    if (placed.length > 0) this.#toast(placed.map(({ subject }) => subject));
    for (const item of items) {
      for (const [showId, room] of [...this.#rooms]) {
        if (item.subject === showId || item.body.showId === showId || item.topic === "product") {
          room.hear(item);
        }
      }
    }
  }

  async #toast(orderIds: string[]) {
    const { database, log } = this.given.platform;
    try {
      const purchases = await readPurchases(database, orderIds, [...this.#rooms.keys()]);
      for (const { showId, toast } of purchases) this.get(showId)?.toast(toast);
    } catch (error) {
      log("warn", "room.untoasted", { error: String(error) });
    }
  }
}

function regularly(tick: () => void) {
  const ticking = setInterval(tick, room_tick_seconds * 1000);
  return () => clearInterval(ticking);
}
