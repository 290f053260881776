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
  #peers = new Set<Peer>();

  get size(): number {
    return this.#peers.size;
  }

  add(peer: Peer): void {
    this.#peers.add(peer);
  }

  has(peer: Peer): boolean {
    return this.#peers.has(peer);
  }

  remove(peer: Peer): void {
    this.#peers.delete(peer);
  }

  tell(frame: Uint8Array): void {
    for (const peer of this.#peers) this.send(peer, frame);
  }

  /** Who does not keep up is let go, and comes back to what they missed. */
  send(peer: Peer, frame: Uint8Array): void {
    if (!this.#peers.has(peer)) return;
    if (peer.buffered > room_backlog_bytes_max) return this.close(peer, "tooSlow");
    peer.send(frame);
  }

  close(peer: Peer, reason: CloseReason): void {
    if (this.#peers.delete(peer)) peer.close(closeCodes[reason], reason);
  }

  closeAll(reason: CloseReason): void {
    for (const peer of [...this.#peers]) this.close(peer, reason);
  }
}
