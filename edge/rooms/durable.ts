// @ts-types="../workers/cloudflare.d.ts"
import { DurableObject } from "cloudflare:workers";
import type { Utterance } from "../../src/chat/say.ts";
import {
  room_idle_seconds,
  room_peers_per_object,
  room_state_again_seconds,
  room_tick_seconds,
} from "../../src/limits.ts";
import { News } from "../../src/outbox/news.ts";
import { DatabaseError } from "../../src/platform.ts";
import { lastingIds } from "../../src/room/live_ids.ts";
import type { Peer } from "../../src/room/peers.ts";
import { Rooms } from "../../src/room/rooms.ts";
import type { Seat } from "../../src/room/seat.ts";
import type { Bindings, Said, SaysInRoom } from "../workers/bindings.ts";
import type { HibernatingSocket, ObjectContext } from "../workers/cloudflare.d.ts";
import { workerGround } from "../workers/ground.ts";
import { objectLog } from "./object_log.ts";
import { acceptedSocket, type Arrival, arrivalOf } from "./object_socket.ts";

/** RFC 6455: the purpose of the connection is fulfilled. */
const normal = 1000;

/**
 * The room of one show, in an object of its own, which sleeps while nothing happens: its sockets
 * stay open, and whatever it knew is gone. On waking it seats again who was there, opens the room
 * from its log and the archive, and tells them what came meanwhile. Alarms are its clock.
 */
export class ShowRoom extends DurableObject<Bindings> implements SaysInRoom {
  #showId = "";
  #seats = new WeakMap<HibernatingSocket, Seat>();
  #rooms: Rooms;
  #news: News;
  /** What is due by the clock; undefined while no room is open. */
  #tick?: () => void;
  /** When the alarm goes off, as far as is known. */
  #alarmAt = Infinity;
  #tickedAt = 0;

  constructor(ctx: ObjectContext, env: Bindings) {
    super(ctx, env);
    const ground = workerGround(env);
    this.#news = new News(ground.database, ground.log, Infinity);
    this.#rooms = new Rooms({
      platform: ground,
      news: this.#news,
      roomLog: objectLog(ground.database, ctx.storage),
      liveIds: lastingIds(parseInt(ctx.id.toString().slice(0, 8), 16), ground.now),
      rhythm: (tick) => this.#follow(tick),
      seen: () => this.#hasten(),
    });
    const sockets = ctx.getWebSockets();
    if (sockets.length > 0) ground.log("info", "room.woken", { sockets: sockets.length });
    for (const socket of sockets) this.#seat(socket, arrivalOf(socket), true);
  }

  /** Opens the socket of somebody whom the Worker has admitted. */
  fetch(request: Request): Response {
    if (this.ctx.getWebSockets().length >= room_peers_per_object) {
      return new Response(null, { status: 503 });
    }
    const { server, arrival, response } = acceptedSocket(this.ctx, request);
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

  webSocketMessage(socket: HibernatingSocket, data: ArrayBuffer | string): void {
    this.#seats.get(socket)?.hear(typeof data === "string" ? data : new Uint8Array(data));
  }

  webSocketClose(socket: HibernatingSocket): void {
    this.#seats.get(socket)?.leave();
    // Whoever closed it waits for the same of this side.
    if (socket.readyState !== WebSocket.CLOSED) socket.close(normal, "");
  }

  webSocketError(socket: HibernatingSocket): void {
    this.#seats.get(socket)?.leave();
  }

  alarm(): void {
    this.#alarmAt = Infinity;
    if (!this.#tick) return;
    this.#tickedAt = Date.now();
    this.#hasten();
    this.#news.hurry();
    this.#tick();
  }

  #seat(socket: HibernatingSocket, { showId, visitor }: Arrival, again: boolean) {
    this.#showId = showId.toLowerCase();
    this.#seats.set(socket, this.#rooms.seat(showId, visitor, peerOf(socket), again));
  }

  #follow(tick: () => void) {
    this.#tick = tick;
    this.#hasten();
    return () => this.#tick = undefined;
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

// The runtime does not tell how much of what was sent has left.
function peerOf(socket: HibernatingSocket): Peer {
  return {
    buffered: 0,
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    close(code, reason) {
      if (socket.readyState === WebSocket.OPEN) socket.close(code, reason);
    },
  };
}
