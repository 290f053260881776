import {
  room_session_check_seconds,
  room_tick_seconds,
  viewers_again_seconds,
} from "../../src/limits.ts";
import { closeCodes } from "../../src/room/protocol.ts";
import { Seat } from "../../src/room/seat.ts";
import { Seats } from "../../src/room/seats.ts";
import type { Bindings } from "../cloudflare/bindings.ts";
import type { HibernatingSocket, ObjectContext } from "../cloudflare/cloudflare.d.ts";
import { type WorkerGround, workerGround } from "../cloudflare/ground.ts";
import { roomsInObjects } from "./elsewhere.ts";
import {
  acceptedSocket,
  type Arrival,
  arrivalIn,
  closeToo,
  full,
  peerOf,
} from "./object_socket.ts";
import { peersMaxOf } from "./peers_max.ts";
import { Relaying } from "./relaying.ts";

/**
 * Relays one show's room to as many sockets as an object carries: it watches the room as a client
 * does, and what is said here is said there. It does not sleep, for it has that socket open.
 */
export class RelayOfShow {
  readonly #ground: WorkerGround;
  #seats = new Seats();
  #seatOf = new WeakMap<HibernatingSocket, Seat>();
  #relaying?: Relaying;
  #ticking?: ReturnType<typeof setInterval>;
  #checkedAt = 0;
  #attended = { viewers: 0, at: 0 };

  constructor(private readonly ctx: ObjectContext, private readonly env: Bindings) {
    this.#ground = workerGround(env);
    // It was ended and is another: nothing is known of those who are still connected.
    for (const socket of ctx.getWebSockets()) socket.close(closeCodes.goingAway, "goingAway");
  }

  /** Opens the socket of somebody whom the Worker has admitted. */
  fetch(request: Request): Response {
    if (this.#seats.size >= peersMaxOf(this.env)) return full();
    const arrival = arrivalIn(request);
    const { server, response } = acceptedSocket(this.ctx, arrival);
    this.#sit(server, arrival, this.#relaying ??= this.#begin(arrival));
    return response;
  }

  hear(socket: HibernatingSocket, data: ArrayBuffer | string): void {
    this.#seatOf.get(socket)?.hear(typeof data === "string" ? data : new Uint8Array(data));
  }

  closed(socket: HibernatingSocket): void {
    this.#seatOf.get(socket)?.leave();
    closeToo(socket);
  }

  lost(socket: HibernatingSocket): void {
    this.#seatOf.get(socket)?.leave();
  }

  async #sit(socket: HibernatingSocket, { showId, visitor }: Arrival, { room }: Relaying) {
    const { log, now } = this.#ground;
    const seat = new Seat(showId.toLowerCase(), visitor, peerOf(socket), {
      now,
      say: (utterance) => roomsInObjects(this.env.SHOW_ROOMS).say(utterance),
      counted: () => () => {},
      left: (seat) => this.#leave(seat),
      failed: (error) => log("warn", "room.unsaid", { showId, error: String(error) }),
    });
    this.#seatOf.set(socket, seat);
    this.#seats.add(seat);
    await room.begun;
    seat.sit(room, false);
  }

  #leave(seat: Seat) {
    this.#seats.remove(seat);
    if (this.#seats.size > 0) return;
    clearInterval(this.#ticking);
    this.#relaying?.attend(0);
    this.#relaying?.end();
    this.#relaying = undefined;
  }

  #begin({ showId, relay = 1 }: Arrival): Relaying {
    const { log, now } = this.#ground;
    log("info", "relay.begun", { showId, relay });
    this.#ticking = setInterval(() => this.#tick(), room_tick_seconds * 1000);
    return new Relaying({
      rooms: this.env.SHOW_ROOMS,
      showId,
      relay,
      log,
      now,
      gone: () => this.#seats.dismissAll("noSuchShow"),
    });
  }

  #tick() {
    this.#relaying?.room.tick();
    this.#attend();
    this.#checkSessions();
  }

  #attend() {
    const viewers = this.#seats.viewers.size;
    const now = this.#ground.now();
    const isNews = viewers !== this.#attended.viewers;
    if (!isNews && now - this.#attended.at < viewers_again_seconds * 1000) return;
    this.#attended = { viewers, at: now };
    this.#relaying?.attend(viewers);
  }

  async #checkSessions() {
    const { database, log, now } = this.#ground;
    if (now() - this.#checkedAt < room_session_check_seconds * 1000) return;
    this.#checkedAt = now();
    try {
      await this.#seats.check(database, now());
    } catch (error) {
      log("warn", "room.unchecked", { error: String(error) });
    }
  }
}
