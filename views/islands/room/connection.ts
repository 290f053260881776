import * as encoding from "lib0/encoding";
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Refusal } from "./words.ts";

const wait_ms = 1000;
const wait_ms_max = 30_000;
/** After a code that says that coming back as one is will not help. */
const unwelcome_ms = 30_000;
const session_ended = 4401;
const no_such_show = 4404;
const intent = 64;
const answer = 65;

export type State = "connecting" | "open" | "lost" | "offline";

export type Answer =
  & { readonly id: string }
  & (
    | { readonly accepted: { readonly n?: number; readonly heldBack?: boolean }; refused?: never }
    | { readonly refused: Refusal; accepted?: never }
  );

/** The socket of a room. When it is lost it is opened again, by each page after another while. */
export class Connection {
  readonly doc = new Y.Doc();
  readonly #provider: WebsocketProvider;
  #onState: (state: State) => void = () => {};
  #onAnswer: (answer: Answer) => void = () => {};
  #onSync: (() => void)[] = [];
  #onLost: (() => void)[] = [];
  #failures = 0;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(showId: string) {
    const address = `${location.origin.replace(/^http/, "ws")}/rooms`;
    const provider = this.#provider = new WebsocketProvider(address, showId, this.doc, {
      connect: false,
      disableBc: true,
    });
    // Nobody is to know of this client, and it need not repeat what it is told.
    provider.awareness.setLocalState(null);
    provider.awareness.off("update", provider._awarenessUpdateHandler);
    provider.messageHandlers[answer] = (_, decoder) =>
      this.#onAnswer(JSON.parse(decoding.readVarString(decoder)));
    provider.on("sync", (synced: boolean) => synced && this.#synced());
    provider.on("connection-close", (event: CloseEvent | null) => this.#lost(event?.code));
    addEventListener("online", () => this.#now());
    addEventListener("offline", () => this.#onState("offline"));
    document.addEventListener("visibilitychange", () => document.hidden || this.#now());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#now());
    provider.connect();
  }

  get isOpen(): boolean {
    return this.#provider.synced;
  }

  get awareness(): WebsocketProvider["awareness"] {
    return this.#provider.awareness;
  }

  /** Whether states are known: those of a lost connection are forgotten before it is back. */
  get isConnected(): boolean {
    return this.#provider.wsconnected;
  }

  onState(tell: (state: State) => void): void {
    this.#onState = tell;
  }

  onAnswer(tell: (answer: Answer) => void): void {
    this.#onAnswer = tell;
  }

  /** Everything that the room's document holds is here. */
  onSync(tell: () => void): void {
    this.#onSync.push(tell);
  }

  onLost(tell: () => void): void {
    this.#onLost.push(tell);
  }

  /** Sends an intent, if there is a way. Sent again it is harmless. */
  send(wish: { readonly id: string; readonly say: string }): void {
    const { ws } = this.#provider;
    if (!this.isOpen || !ws) return;
    ws.send(encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, intent);
      encoding.writeVarString(encoder, JSON.stringify(wish));
    }));
  }

  #synced() {
    this.#failures = 0;
    this.#onState("open");
    this.#onSync.forEach((tell) => tell());
  }

  // The provider would come back by itself, all pages at the same moment.
  #lost(code?: number) {
    this.#provider.shouldConnect = false;
    this.#onState(navigator.onLine ? "lost" : "offline");
    // The provider has not settled that it is lost.
    setTimeout(() => this.#onLost.forEach((tell) => tell()));
    if (code === no_such_show) return;
    if (code === session_ended) document.dispatchEvent(new Event("room:turned"));
    clearTimeout(this.#timer);
    const unwelcome = code !== undefined && code >= 4400 && code < 4500 && code !== session_ended;
    const most = Math.min(wait_ms_max, wait_ms * 2 ** this.#failures++);
    this.#timer = setTimeout(
      () => this.#connect(),
      (unwelcome ? unwelcome_ms : 0) +
        Math.random() * most,
    );
  }

  #now() {
    if (this.#provider.wsconnected || this.#provider.wsconnecting) return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  #connect() {
    this.#provider.connect();
  }
}
