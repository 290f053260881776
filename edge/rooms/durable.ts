import type { Utterance } from "../../src/chat/say.ts";
import {
  room_idle_seconds,
  room_state_again_seconds,
  room_tick_seconds,
} from "../../src/limits.ts";
import { News } from "../../src/outbox/news.ts";
import { DatabaseError } from "../../src/platform.ts";
import { Rooms } from "../../src/room/rooms.ts";
import type { Seat } from "../../src/room/seat.ts";
import type { Bindings, RoomObject, Said } from "../cloudflare/bindings.ts";
import type { HibernatingSocket, ObjectContext } from "../cloudflare/cloudflare.d.ts";
import { workerGround } from "../cloudflare/ground.ts";
import { liveIdsOf } from "./live_ids_of.ts";
import { objectLog } from "./object_log.ts";
import {
  acceptedSocket,
  type Arrival,
  arrivalIn,
  arrivalOf,
  closeToo,
  full,
  peerOf,
} from "./object_socket.ts";
import { peersMaxOf } from "./peers_max.ts";
import { RelayedViewers } from "./relayed_viewers.ts";

/**
 * The room of one show, in an object of its own, which sleeps while nothing happens: its sockets
 * stay open, and whatever it knew is gone. On waking it seats again who was there, opens the room
 * from its log and the archive, and tells them what came meanwhile. Alarms are its clock.
 */
export class RoomOfShow implements RoomObject {
  #showId = "";
  #seats = new WeakMap<HibernatingSocket, Seat>();
  #relayed = new RelayedViewers();
  #rooms: Rooms;
  #news: News;
  /** What is due by the clock; undefined while no room is open. */
  #tick?: () => void;
  /** When the alarm goes off, as far as is known. */
  #alarmAt = Infinity;
  #tickedAt = 0;

  constructor(private readonly ctx: ObjectContext, private readonly env: Bindings) {
    const ground = workerGround(env);
    this.#news = new News(ground.database, ground.log, Infinity);
    this.#rooms = new Rooms({
      platform: ground,
      news: this.#news,
      roomLog: objectLog(ground.database, ctx.storage),
      attendance: this.#relayed,
      liveIds: liveIdsOf(ctx.id, ground.now),
      rhythm: (tick) => this.#follow(tick),
      seen: () => this.#hasten(),
    });
    const sockets = ctx.getWebSockets();
    if (sockets.length > 0) ground.log("info", "room.woken", { sockets: sockets.length });
    for (const socket of sockets) this.#seat(socket, arrivalOf(socket), true);
  }

  /** Opens the socket of somebody whom the Worker has admitted. */
  fetch(request: Request): Response {
    const arrival = arrivalIn(request);
    const isFullNow = this.ctx.getWebSockets().length >= peersMaxOf(this.env);
    if (isFullNow && arrival.relay === undefined) return full();
    const { server, response } = acceptedSocket(this.ctx, arrival);
    // Between two alarms that are far apart, news has waited.
    if (Date.now() - this.#tickedAt > room_tick_seconds * 1000) this.#news.hurry();
    this.#seat(server, arrival, false);
    this.#hasten();
    return response;
  }

  async say(utterance: Utterance): Promise<Said> {
    this.#showId = utterance.showId.toLowerCase();
    try {
      return { outcome: await this.#rooms.say(utterance) };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return { failure: { message: error.message, sqlState: error.sqlState } };
    }
  }

  viewers(showId: string): number | undefined {
    return this.#rooms.viewers(showId.toLowerCase());
  }

  attend(relay: number, viewers: number): void {
    this.#relayed.tell(relay, viewers);
  }

  hear(socket: HibernatingSocket, data: ArrayBuffer | string): void {
    this.#seats.get(socket)?.hear(typeof data === "string" ? data : new Uint8Array(data));
  }

  closed(socket: HibernatingSocket): void {
    this.#seats.get(socket)?.leave();
    closeToo(socket);
  }

  lost(socket: HibernatingSocket): void {
    this.#seats.get(socket)?.leave();
  }

  alarm(): void {
    this.#alarmAt = Infinity;
    if (!this.#tick) return;
    this.#tickedAt = Date.now();
    this.#news.hurry();
    this.#tick();
    // Not before: what is repeated every so often would be a moment too young, and wait once more.
    this.#hasten();
  }

  #seat(socket: HibernatingSocket, { showId, visitor }: Arrival, again: boolean) {
    this.#showId = showId.toLowerCase();
    this.#seats.set(socket, this.#rooms.seat(showId, visitor, peerOf(socket), again));
  }

  #follow(tick: () => void) {
    this.#tick = tick;
    this.#hasten();
    return () => {
      this.#tick = undefined;
      this.#alarmAt = Infinity;
      this.ctx.storage.deleteAlarm();
    };
  }

  /** Has the alarm go off when the next tick is due, if it would only later. */
  #hasten() {
    const at = Date.now() + this.#restSeconds * 1000;
    if (at >= this.#alarmAt) return;
    this.#alarmAt = at;
    this.ctx.storage.setAlarm(at);
  }

  get #restSeconds() {
    if (this.#rooms.peers === 0) return room_idle_seconds;
    const show = this.#rooms.opened(this.#showId)?.state.show;
    return show && show.state !== "live" ? room_state_again_seconds : room_tick_seconds;
  }
}
