// @ts-types="../cloudflare/cloudflare.d.ts"
import { DurableObject } from "cloudflare:workers";
import type { Utterance } from "../../src/chat/say.ts";
import type { Bindings, RoomObject, Said } from "../cloudflare/bindings.ts";
import type { HibernatingSocket, ObjectContext } from "../cloudflare/cloudflare.d.ts";
import type { RoomOfShow } from "./durable.ts";
import type { RelayOfShow } from "./relay.ts";

// What rooms are made of is loaded when there is an object that needs it: an isolate which serves
// pages starts without it. Nothing reaches an object before.

/** The room of one show, in an object of its own. */
export class ShowRoom extends DurableObject<Bindings> implements RoomObject {
  #room!: RoomOfShow;

  constructor(ctx: ObjectContext, env: Bindings) {
    super(ctx, env);
    ctx.blockConcurrencyWhile(async () => {
      const { RoomOfShow } = await import("./durable.ts");
      this.#room = new RoomOfShow(ctx, env);
    });
  }

  fetch(request: Request): Response {
    return this.#room.fetch(request);
  }

  say(utterance: Utterance): Promise<Said> {
    return this.#room.say(utterance);
  }

  viewers(showId: string): number | undefined {
    return this.#room.viewers(showId);
  }

  attend(relay: number, viewers: number): void {
    this.#room.attend(relay, viewers);
  }

  webSocketMessage(socket: HibernatingSocket, data: ArrayBuffer | string): void {
    this.#room.hear(socket, data);
  }

  webSocketClose(socket: HibernatingSocket): void {
    this.#room.closed(socket);
  }

  webSocketError(socket: HibernatingSocket): void {
    this.#room.lost(socket);
  }

  alarm(): void {
    this.#room.alarm();
  }
}

/** Relays one show's room to as many sockets as an object carries. */
export class ShowRelay extends DurableObject<Bindings> {
  #relay!: RelayOfShow;

  constructor(ctx: ObjectContext, env: Bindings) {
    super(ctx, env);
    ctx.blockConcurrencyWhile(async () => {
      const { RelayOfShow } = await import("./relay.ts");
      this.#relay = new RelayOfShow(ctx, env);
    });
  }

  fetch(request: Request): Response {
    return this.#relay.fetch(request);
  }

  webSocketMessage(socket: HibernatingSocket, data: ArrayBuffer | string): void {
    this.#relay.hear(socket, data);
  }

  webSocketClose(socket: HibernatingSocket): void {
    this.#relay.closed(socket);
  }

  webSocketError(socket: HibernatingSocket): void {
    this.#relay.lost(socket);
  }
}
