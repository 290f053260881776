import { room_relay_again_ms } from "../../src/limits.ts";
import type { Log } from "../../src/platform.ts";
import { Pause } from "../../src/room/gather.ts";
import { closeCodes } from "../../src/room/protocol.ts";
import { RelayedRoom } from "../../src/room/relayed_room.ts";
import type { Bindings } from "../cloudflare/bindings.ts";
import type { ClientSocket } from "../cloudflare/cloudflare.d.ts";
import { liveIdsOf } from "./live_ids_of.ts";
import { objectNameOf } from "./object_name.ts";
import { requestOf } from "./object_socket.ts";
import { relayName } from "./relayed_viewers.ts";

export interface RelayingGiven {
  readonly rooms: Bindings["SHOW_ROOMS"];
  readonly showId: string;
  readonly relay: number;
  readonly log: Log;
  now(): number;
  /** There is no such show to see. */
  gone(): void;
}

/** Watches a show's room for those who watch it at one relay, and comes back when it was let go. */
export class Relaying {
  readonly room: RelayedRoom;
  #socket?: ClientSocket;
  #again = new Pause();
  #over = false;

  constructor(private readonly given: RelayingGiven) {
    const { rooms, showId, now } = given;
    this.room = new RelayedRoom(liveIdsOf(rooms.idFromName(objectNameOf(showId)), now), now);
    this.#watch();
  }

  /** So many watch here. */
  async attend(viewers: number): Promise<void> {
    try {
      await this.#object.attend(this.given.relay, viewers);
    } catch (error) {
      this.#warn("relay.uncounted", error);
    }
  }

  end(): void {
    this.#over = true;
    this.#again.stop();
    this.#socket?.close(1000, "");
    this.room.end();
  }

  get #object() {
    return this.given.rooms.getByName(objectNameOf(this.given.showId));
  }

  async #watch() {
    while (!this.#over) {
      try {
        const code = await this.#untilClosed();
        if (code === closeCodes.noSuchShow) return this.given.gone();
      } catch (error) {
        this.#warn("relay.alone", error);
      }
      await this.#again.for(room_relay_again_ms);
    }
  }

  /** @returns the code that the room closed with */
  async #untilClosed(): Promise<number> {
    const { showId, relay } = this.given;
    const visitor = { viewer: relayName(relay) };
    const answer = await this.#object.fetch(requestOf("https://room/", { showId, visitor }, relay));
    const socket = (answer as Upgraded).webSocket;
    if (!socket) throw new Error(`the room answered ${answer.status}`);
    const closed = new Promise<number>((closed) => {
      socket.addEventListener("close", ({ code }) => closed(code));
      socket.addEventListener("error", () => closed(0));
    });
    socket.binaryType = "arraybuffer";
    socket.addEventListener("message", ({ data }) => this.#hear(data));
    socket.accept();
    this.#socket = socket;
    socket.send(this.room.question);
    return await closed;
  }

  #hear(data: ArrayBuffer | string) {
    if (!this.#over && typeof data !== "string") this.room.hear(new Uint8Array(data));
  }

  #warn(event: string, error: unknown) {
    const { log, relay, showId } = this.given;
    log("warn", event, { showId, relay, error: String(error) });
  }
}

interface Upgraded extends Response {
  readonly webSocket?: ClientSocket | null;
}
