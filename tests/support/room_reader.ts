import { uuidv7 } from "uuidv7";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { ChatItem } from "../../src/room/document.ts";
import type { Live } from "../../src/room/live_state.ts";
import type { Answer } from "../../src/room/protocol.ts";
import type { Person } from "./person.ts";

const patience_ms = 20_000;

/** Somebody with a stock y-websocket client, who can also say something. */
export class RoomReader implements AsyncDisposable {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** Why the server closed the sockets, in order. */
  readonly closed: number[] = [];
  #answers = new Map<string, (answer: Answer) => void>();

  /** @param person absent: a guest */
  constructor(origin: string, showId: string, person?: Person) {
    this.provider = new WebsocketProvider(
      `${origin.replace("http", "ws")}/rooms`,
      showId,
      this.doc,
      { disableBc: true, maxBackoffTime: 400, WebSocketPolyfill: socketOf(origin, person) },
    );
    this.provider.on("connection-close", (event) => {
      if (event) this.closed.push(event.code);
    });
    this.provider.messageHandlers[65] = (_encoder, decoder) => {
      const answer: Answer = JSON.parse(decoding.readVarString(decoder));
      this.#answers.get(answer.id)?.(answer);
    };
  }

  /** Connected, with everything that was in the room. */
  async synced(): Promise<this> {
    await this.#until(() => this.provider.synced);
    return this;
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
    return [...this.provider.awareness.getStates().values()]
      .filter((state): state is Extract<Live, { kind: Kind }> => state.kind === kind);
  }

  /** Says something, once. The answer may never come. */
  say(text: string, id: string = uuidv7()): Promise<Answer> {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 64);
      encoding.writeVarString(encoder, JSON.stringify({ id, say: text }));
    });
    return new Promise((answered) => {
      this.#answers.set(id, answered);
      this.provider.ws?.send(frame as Uint8Array<ArrayBuffer>);
    });
  }

  /** Says something over and over, under one identity, until there is an answer. */
  async sayForSure(text: string): Promise<Answer> {
    const id = uuidv7();
    for (;;) {
      await this.synced();
      const { ws } = this.provider;
      const cutOff = new Promise<undefined>((cut) =>
        ws?.addEventListener("close", () => cut(undefined))
      );
      const answer = await Promise.race([this.say(text, id), cutOff]);
      if (answer) return answer;
    }
  }

  async reads(what: (reader: this) => boolean): Promise<void> {
    await this.#until(() => what(this));
  }

  async #until(so: () => boolean): Promise<void> {
    const giveUp = Date.now() + patience_ms;
    while (!so()) {
      if (Date.now() > giveUp) throw new Error(`never so; ${this.chat.length} messages`);
      await new Promise((rested) => setTimeout(rested, 10));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { ws } = this.provider;
    const closed = new Promise<void>((closed) => {
      if (!ws || ws.readyState === WebSocket.CLOSED) return closed();
      ws.addEventListener("close", () => closed());
    });
    this.provider.destroy();
    this.doc.destroy();
    await closed;
  }
}

/** A WebSocket that sends what a browser would: the origin of the page, and the person's cookies. */
function socketOf(origin: string, person?: Person): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      const cookie = person?.cookies.header;
      super(url, { headers: { origin, ...(cookie && { cookie }) } } as unknown as string[]);
    }
  };
}
