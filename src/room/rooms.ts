import type { Message } from "../../views/shop/types.ts";
import type { Utterance } from "../chat/say.ts";
import { type Outcome, refuse } from "../errors.ts";
import { isUuid } from "../http/identity.ts";
import { room_peers_per_process, room_session_check_seconds } from "../limits.ts";
import type { Attendance } from "./attendance.ts";
import { OpenRooms, type OpenRoomsGiven } from "./open_rooms.ts";
import type { Peer } from "./peers.ts";
import type { Room } from "./room.ts";
import { Seat, type Visitor } from "./seat.ts";
import { Seats } from "./seats.ts";
import { Viewers } from "./viewers.ts";

export interface RoomsGiven extends OpenRoomsGiven {
  /** Without it this process counts its own viewers. */
  readonly attendance?: Pick<Attendance, "count">;
}

/**
 * The rooms of this process, and those who watch them. One opens with the first who watches or says
 * something, and closes a while after the last has gone.
 */
export class Rooms {
  readonly #open: OpenRooms;
  readonly #viewers: Viewers;
  #seats = new Seats();
  #checkedAt = 0;
  #closing = false;

  constructor(private readonly given: RoomsGiven) {
    const { database, log, now } = given.platform;
    this.#open = new OpenRooms(given, () => this.#tick());
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
    return this.#open.get(showId);
  }

  /** How many watch a show, as far as this process knows: for pages without scripts. */
  viewers(showId: string): number | undefined {
    return this.opened(showId)?.state.viewers;
  }

  /**
   * Gives somebody a seat before a show. Whatever they send until the room is open waits.
   * @param again they had one when the room was last open, and have seen all that was shown then
   */
  seat(path: string, visitor: Visitor, peer: Peer, again = false): Seat {
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
    else this.#sit(seat, again);
    return seat;
  }

  /**
   * Says something in the room of a show.
   * Refusals: those of `say`.
   * @throws DatabaseError when it could not be archived or stored
   */
  async say(utterance: Utterance): Promise<Outcome<Message>> {
    const room = await this.#open.open(utterance.showId.toLowerCase());
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
    this.#open.endAll();
  }

  async #sit(seat: Seat, again: boolean) {
    try {
      const room = isUuid(seat.showId) ? await this.#open.open(seat.showId) : undefined;
      if (room) seat.sit(room, again);
      else seat.dismiss("noSuchShow");
    } catch (error) {
      this.given.platform.log("warn", "room.shut", { showId: seat.showId, error: String(error) });
      seat.dismiss("busy");
    }
  }

  #tick() {
    this.#viewers.tick();
    this.#open.tickAll(this.#seats.showIds);
    const now = this.given.platform.now();
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
