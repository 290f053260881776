import { room_backlog_bytes_max } from "../limits.ts";
import { closeCodes, type CloseReason } from "./protocol.ts";

/** A socket, whoever keeps it. */
export interface Peer {
  send(frame: Uint8Array): void;
  /** Bytes that were sent and have not left. */
  readonly buffered: number;
  close(code: number, reason: string): void;
}

/** Those who watch one room from this process. A frame is made once for all of them. */
export class Peers {
  /** How much each may be sent before one has to look whether it keeps up: looking is not cheap. */
  #peers = new Map<Peer, number>();

  get size(): number {
    return this.#peers.size;
  }

  add(peer: Peer): void {
    this.#peers.set(peer, 0);
  }

  has(peer: Peer): boolean {
    return this.#peers.has(peer);
  }

  remove(peer: Peer): void {
    this.#peers.delete(peer);
  }

  tell(frame: Uint8Array): void {
    for (const peer of this.#peers.keys()) this.send(peer, frame);
  }

  /** Who does not keep up is let go, and comes back to what they missed. */
  send(peer: Peer, frame: Uint8Array): void {
    let spare = this.#peers.get(peer);
    if (spare === undefined) return;
    if (spare < frame.length) spare = room_backlog_bytes_max - peer.buffered;
    if (spare < 0) return this.close(peer, "tooSlow");
    this.#peers.set(peer, spare - frame.length);
    peer.send(frame);
  }

  close(peer: Peer, reason: CloseReason): void {
    if (this.#peers.delete(peer)) peer.close(closeCodes[reason], reason);
  }

  closeAll(reason: CloseReason): void {
    for (const peer of [...this.#peers.keys()]) this.close(peer, reason);
  }
}
