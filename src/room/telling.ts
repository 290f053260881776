import * as Y from "yjs";
import { room_gather_ms, room_state_again_seconds, room_state_gather_ms } from "../limits.ts";
import { Pace } from "./gather.ts";
import type { LiveState } from "./live_state.ts";
import type { Peer, Peers } from "./peers.ts";
import { updateFrame } from "./protocol.ts";

/** Tells the peers of a room what has changed: at once when it is quiet, gathered when it is not. */
export class Telling {
  /** How many frames of live state everybody was sent. */
  statesTold = 0;
  #toldAt?: number;
  #updates: Uint8Array[] = [];
  #chat = new Pace(() => this.#tellUpdates(), room_gather_ms);
  #live = new Pace(() => this.stateNow(), room_state_gather_ms);

  constructor(private readonly peers: Peers, private readonly state: LiveState) {}

  /** An update of the document, which is stored. */
  update(update: Uint8Array): void {
    this.#updates.push(update);
    this.#chat.ask();
  }

  /** The live state has changed. */
  stateSoon(): void {
    this.#live.ask();
  }

  stateNow(): void {
    this.#tellStates(this.state.takeChanges());
  }

  /**
   * Tells the whole live state now and then: clients forget what is not repeated, and hang up when
   * nothing comes.
   * @param now milliseconds since 1970
   * @returns whether it was time
   */
  tick(now: number): boolean {
    this.#toldAt ??= now;
    if (now - this.#toldAt < room_state_again_seconds * 1000) return false;
    this.#toldAt = now;
    this.#tellStates(this.state.everything());
    return true;
  }

  stateTo(peer: Peer): void {
    this.state.everything().forEach((frame) => this.peers.send(peer, frame));
  }

  stop(): void {
    this.#chat.stop();
    this.#live.stop();
  }

  #tellStates(frames: readonly Uint8Array[]) {
    this.statesTold += frames.length;
    frames.forEach((frame) => this.peers.tell(frame));
  }

  #tellUpdates() {
    const [first, ...more] = this.#updates.splice(0);
    if (!first) return;
    this.peers.tell(updateFrame(more.length > 0 ? Y.mergeUpdates([first, ...more]) : first));
  }
}
