import type { Message } from "../../views/shop/types.ts";
import type { Utterance } from "../chat/say.ts";
import { type Outcome, refuse } from "../errors.ts";
import { isUuid } from "../http/identity.ts";
import {
  room_idle_seconds,
  room_peers_per_process,
  room_session_check_seconds,
  room_tick_seconds,
} from "../limits.ts";
import type { Item, News } from "../outbox/news.ts";
import type { Platform } from "../platform.ts";
import type { Attendance } from "./attendance.ts";
import { OpenRoom, type RoomLink } from "./open_room.ts";
import type { Peer } from "./peers.ts";
import type { Room } from "./room.ts";
import { Seat, type Visitor } from "./seat.ts";
import { Seats } from "./seats.ts";
import { readPurchases } from "./toasts.ts";
import { Viewers } from "./viewers.ts";

interface Given {
  readonly platform: Platform;
  readonly news: News;
  readonly link?: RoomLink;
  /** Without it this process counts its own viewers. */
  readonly attendance?: Pick<Attendance, "count">;
}

/**
 * The rooms of this process. One opens with the first who watches or says something, and closes a
 * while after the last has gone; nothing is watched when none is open.
 */
export class Rooms {
  #rooms = new Map<string, OpenRoom>();
  #seats = new Seats();
  #rest?: () => void;
  #checkedAt = 0;
  #closing = false;

  readonly #viewers: Viewers;

  constructor(private readonly given: Given) {
    const { database, log, now } = given.platform;
    this.#viewers = new Viewers({
      database,
      log,
      now,
      attendance: given.attendance ?? { count: (_, here) => Promise.resolve(here.size) },
      isLive: (showId) => this.opened(showId)?.state.show?.state === "live",
      tell: (showId, count) => this.opened(showId)?.tell({ kind: "viewers", ...count }),
    });
  }

  /** How many watch, in all rooms of this process. */
  get peers(): number {
    return this.#seats.size;
  }

  get isFull(): boolean {
    return this.#seats.size >= room_peers_per_process;
  }

  /** The room of a show, if this process has it open. */
  opened(showId: string): Room | undefined {
    return this.#rooms.get(showId)?.room;
  }

  /** How many watch a show, as far as this process knows: for pages without scripts. */
  viewers(showId: string): number | undefined {
    return this.opened(showId)?.state.viewers;
  }

  /** Gives somebody a seat before a show. Whatever they send until the room is open waits. */
  seat(path: string, visitor: Visitor, peer: Peer): Seat {
    const { platform } = this.given;
    const showId = path.toLowerCase();
    const seat = new Seat(showId, visitor, peer, {
      now: platform.now,
      say: (utterance) => this.say(utterance),
      counted: () => this.#viewers.enter(showId, visitor.viewer),
      left: (seat) => this.#seats.remove(seat),
      failed: (error) => platform.log("warn", "room.unsaid", { showId, error: String(error) }),
    });
    this.#seats.add(seat);
    if (this.#closing) seat.dismiss("goingAway");
    else this.#sit(seat);
    return seat;
  }

  /**
   * Says something in the room of a show.
   * Refusals: those of `say`.
   * @throws DatabaseError when it could not be archived or stored
   */
  async say(utterance: Utterance): Promise<Outcome<Message>> {
    const room = await this.#open(utterance.showId.toLowerCase());
    if (!room) return refuse("NOT_YOURS");
    const outcome = await room.say(utterance);
    if (!outcome.refusal) this.given.news.hurry();
    return outcome;
  }

  /** Lets everybody go, to come again elsewhere. */
  letGo(): void {
    this.#closing = true;
    this.#seats.dismissAll();
  }

  /** Ends all rooms. What is under way fails. */
  async close(): Promise<void> {
    this.letGo();
    await this.#viewers.close();
    for (const room of [...this.#rooms.values()]) room.end();
  }

  async #sit(seat: Seat) {
    try {
      const room = isUuid(seat.showId) ? await this.#open(seat.showId) : undefined;
      if (room) seat.sit(room);
      else seat.dismiss("noSuchShow");
    } catch (error) {
      this.given.platform.log("warn", "room.shut", { showId: seat.showId, error: String(error) });
      seat.dismiss("busy");
    }
  }

  #open(showId: string): Promise<Room | undefined> {
    const known = this.#rooms.get(showId);
    if (known) {
      known.usedAt = this.given.platform.now();
      return known.opening;
    }
    this.#rest ??= this.#follow();
    const room = new OpenRoom(showId, { ...this.given, over: (room) => this.#forget(room) });
    this.#rooms.set(showId, room);
    return room.opening;
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
    const ticking = setInterval(() => this.#tick(), room_tick_seconds * 1000);
    return () => {
      clearInterval(ticking);
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
      for (const { showId, toast } of purchases) this.opened(showId)?.toast(toast);
    } catch (error) {
      log("warn", "room.untoasted", { error: String(error) });
    }
  }

  #tick() {
    this.#viewers.tick();
    const now = this.given.platform.now();
    const taken = this.#seats.showIds;
    for (const [showId, room] of [...this.#rooms]) {
      if (taken.has(showId)) room.usedAt = now;
      if (now - room.usedAt >= room_idle_seconds * 1000) room.end();
      else room.room?.tick();
    }
    if (now - this.#checkedAt < room_session_check_seconds * 1000) return;
    this.#checkedAt = now;
    this.#checkSessions();
  }

  async #checkSessions() {
    try {
      await this.#seats.check(this.given.platform.database, this.given.platform.now());
    } catch (error) {
      this.given.platform.log("warn", "room.unchecked", { error: String(error) });
    }
  }
}
