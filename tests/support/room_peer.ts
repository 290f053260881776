import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { uuidv7 } from "uuidv7";
import { applyAwarenessUpdate, Awareness } from "y-protocols/awareness";
import { readSyncMessage, writeSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import type { ChatItem } from "../../src/room/document.ts";
import type { Live } from "../../src/room/live_state.ts";
import type { Peer } from "../../src/room/peers.ts";
import type { Answer } from "../../src/room/protocol.ts";
import type { Rooms } from "../../src/room/rooms.ts";
import type { Seat } from "../../src/room/seat.ts";
import type { Person } from "../../src/http/env.ts";

const patience_ms = 15_000;

/** A frame of a client. */
export function frameOf(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });
}

export function intentFrame(intent: unknown): Uint8Array {
  return frameOf(64, (encoder) => encoding.writeVarString(encoder, JSON.stringify(intent)));
}

/** A client of a room in this process, without a socket. */
export class RoomPeer implements Peer, Disposable {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly answers: Answer[] = [];
  readonly seat: Seat;
  buffered = 0;
  frames = 0;
  synced = false;
  /** The code it was closed with. */
  closed?: number;

  /** @param viewer who it is counted as; absent: nobody else */
  constructor(rooms: Rooms, showId: string, person?: Person, viewer = person?.id ?? uuidv7()) {
    this.seat = rooms.seat(showId, { person, viewer }, this);
    this.sync();
  }

  sync(): void {
    this.seat.hear(frameOf(0, (encoder) => writeSyncStep1(encoder, this.doc)));
  }

  say(text: string, id: string = uuidv7()): string {
    this.seat.hear(intentFrame({ id, say: text }));
    return id;
  }

  send(frame: Uint8Array): void {
    this.frames++;
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case 0:
        this.synced = readSyncMessage(decoder, encoding.createEncoder(), this.doc, this) === 1 ||
          this.synced;
        break;
      case 1:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
        break;
      case 65:
        this.answers.push(JSON.parse(decoding.readVarString(decoder)));
    }
  }

  close(code: number): void {
    this.closed ??= code;
  }

  /** The chat as the contract says that it is read. */
  get chat(): ChatItem[] {
    const once = new Map<string, ChatItem>();
    for (const item of this.doc.getArray<ChatItem>("chat")) {
      if (!once.has(item.id)) once.set(item.id, item);
    }
    return [...once.values()].sort((one, other) => one.n - other.n);
  }

  get texts(): string[] {
    return this.chat.map(({ text }) => text);
  }

  state<Kind extends Live["kind"]>(kind: Kind): Extract<Live, { kind: Kind }>[] {
    return [...this.awareness.getStates().values()]
      .filter((state): state is Extract<Live, { kind: Kind }> => state.kind === kind);
  }

  /** Waits until something is so. @throws Error when it never is */
  async until(so: (peer: this) => boolean): Promise<this> {
    const giveUp = Date.now() + patience_ms;
    while (!so(this)) {
      if (Date.now() > giveUp) {
        throw new Error(`never so: ${JSON.stringify([this.texts, this.answers, this.closed])}`);
      }
      await new Promise((rested) => setTimeout(rested, 5));
    }
    return this;
  }

  [Symbol.dispose](): void {
    this.seat.leave();
    this.awareness.destroy();
    this.doc.destroy();
  }
}
