import { ChatDocument } from "./document.ts";
import type { LiveIds } from "./live_ids.ts";
import { type Live, LiveState } from "./live_state.ts";
import { type Peer, Peers } from "./peers.ts";
import { missingFrame, questionFrame } from "./protocol.ts";
import { Telling } from "./telling.ts";
import { readTold } from "./told.ts";
import type { Watched } from "./watched.ts";

/**
 * A room that is kept elsewhere, for those who watch it from here. It authors nothing: it is told
 * what a client is told, and tells it on.
 */
export class RelayedRoom implements Watched {
  readonly peers = new Peers();
  readonly state: LiveState;
  #telling: Telling;
  #document = new ChatDocument();
  #known = new Map<number, Live>();
  #begin = () => {};
  /** Settles when the room has told what there is. */
  readonly begun = new Promise<void>((begun) => this.#begin = begun);

  /** @param ids those of the room itself, so that who comes from there knows the states again */
  constructor(ids: LiveIds, private readonly now: () => number) {
    this.state = new LiveState(ids);
    this.#telling = new Telling(this.peers, this.state);
  }

  /** Asks the room for all that is missing here. */
  get question(): Uint8Array {
    return questionFrame(this.#document.stateVector);
  }

  /** The room told something. */
  hear(frame: Uint8Array): void {
    const told = readTold(frame);
    if (told.kind === "update") {
      this.#document.merge(told.update).forEach((news) => this.#telling.update(news));
      this.#begin();
    } else if (told.kind === "states") {
      told.states.forEach(({ clientId, live }) => this.#learn(clientId, live));
      this.#telling.stateSoon();
    }
  }

  enter(peer: Peer): void {
    this.peers.add(peer);
    this.tellAll(peer);
  }

  enterAgain(peer: Peer): Promise<void> {
    this.enter(peer);
    return Promise.resolve();
  }

  sync(peer: Peer, stateVector: Uint8Array): Promise<void> {
    this.peers.send(peer, missingFrame(this.#document.missing(stateVector)));
    return Promise.resolve();
  }

  tellAll(peer: Peer): void {
    this.#telling.stateTo(peer);
  }

  get statesTold(): number {
    return this.#telling.statesTold;
  }

  /** What is due by the clock. Once a second. */
  tick(): void {
    this.#telling.tick(this.now());
  }

  end(): void {
    this.#telling.stop();
    this.#document.destroy();
  }

  #learn(clientId: number, live: Live | null) {
    const known = this.#known.get(clientId);
    if (live) {
      this.#known.set(clientId, live);
      this.state.tell(live);
    } else if (known?.kind === "product") {
      this.#known.delete(clientId);
      this.state.withdraw(known.id);
    }
  }
}
