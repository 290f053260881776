import * as z from "zod";
import type { Message } from "../../views/shop/types.ts";
import { MessageText, type Utterance } from "../chat/say.ts";
import { type Outcome, type Refusal, refuse } from "../errors.ts";
import type { Person } from "../http/env.ts";
import { invalid } from "../http/invalid.ts";
import {
  room_frames_before_open_max,
  room_frames_max,
  room_frames_window_seconds,
  room_intents_waiting_max,
} from "../limits.ts";
import type { Peer } from "./peers.ts";
import {
  type Answer,
  answerFrame,
  closeCodes,
  type CloseReason,
  type Intent,
  read,
} from "./protocol.ts";
import type { Watched } from "./watched.ts";

/** Who takes a seat. */
export interface Visitor {
  /** Absent: a guest, who reads. */
  readonly person?: Pick<Person, "id" | "sessionId">;
  /** Names who watches, the same for all their sockets; for counting alone. */
  readonly viewer: string;
  /** When they came, in milliseconds since 1970; absent: now. */
  readonly since?: number;
}

/** What a seat is given by the rooms of this process. */
export interface SeatGiven {
  now(): number;
  say(utterance: Utterance): Promise<Outcome<Message>>;
  /**
   * Somebody sits here and is counted.
   * @returns what ends the counting
   */
  counted(seat: Seat): () => void;
  /** This seat is free. */
  left(seat: Seat): void;
  failed(error: unknown): void;
}

const Words = z.object({ text: MessageText });

/** Somebody who watches a room by a socket: what they send, and whether they may stay. */
export class Seat implements Peer {
  #room?: Watched;
  #early: (Uint8Array | string)[] = [];
  #left = false;
  #uncount?: () => void;
  /** The awareness client that this one is. Nobody else is told of it. */
  #clientId?: number;
  #frames = 0;
  /** What the room had told of its state when the window began: a stock client sends that back. */
  #toldBefore = 0;
  #windowAt: number;
  /** Milliseconds since 1970 */
  readonly since: number;
  #intents = 0;

  constructor(
    readonly showId: string,
    readonly visitor: Visitor,
    private readonly socket: Peer,
    private readonly given: SeatGiven,
  ) {
    this.#windowAt = given.now();
    this.since = visitor.since ?? this.#windowAt;
  }

  get person(): Visitor["person"] {
    return this.visitor.person;
  }

  get buffered(): number {
    return this.socket.buffered;
  }

  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  close(code: number, reason: string): void {
    this.leave();
    this.socket.close(code, reason);
  }

  dismiss(reason: CloseReason): void {
    if (!this.#left) this.close(closeCodes[reason], reason);
  }

  /** The socket is closed, whoever closed it. */
  leave(): void {
    if (this.#left) return;
    this.#left = true;
    this.#early = [];
    this.#room?.peers.remove(this);
    this.#uncount?.();
    this.given.left(this);
  }

  /**
   * The room is open. What was sent meanwhile is heard now.
   * @param again they sat here when it was last open
   */
  sit(room: Watched, again: boolean): void {
    if (this.#left) return;
    this.#room = room;
    this.#toldBefore = room.statesTold;
    this.#uncount = this.given.counted(this);
    if (again) room.enterAgain(this);
    else room.enter(this);
    for (const frame of this.#early.splice(0)) this.#answer(frame, room);
  }

  /** A frame came. What is not welcome ends this seat, and nobody else notices. */
  hear(frame: Uint8Array | string): void {
    if (this.#left) return;
    if (this.#isTooMuch()) return this.dismiss("tooMuch");
    if (this.#room) return this.#answer(frame, this.#room);
    if (this.#early.length >= room_frames_before_open_max) return this.dismiss("tooMuch");
    this.#early.push(frame);
  }

  #isTooMuch() {
    const now = this.given.now();
    if (now - this.#windowAt >= room_frames_window_seconds * 1000) {
      this.#windowAt = now;
      this.#frames = 0;
      this.#toldBefore = this.#room?.statesTold ?? 0;
    }
    const echoes = (this.#room?.statesTold ?? 0) - this.#toldBefore;
    return ++this.#frames > room_frames_max + echoes;
  }

  #answer(frame: Uint8Array | string, room: Watched) {
    if (this.#left) return;
    const heard = read(frame);
    switch (heard.kind) {
      case "sync":
        return void room.sync(this, heard.stateVector);
      case "queryAwareness":
        return room.tellAll(this);
      case "awareness":
        return this.#hearAwareness(heard.clientIds, room);
      case "intent":
        return void this.#do(heard.intent, room);
      case "unwelcome":
        return this.dismiss(heard.reason);
    }
  }

  // A stock client tells of itself, and echoes what it was told. Both go no further.
  #hearAwareness(clientIds: readonly number[], room: Watched) {
    for (const id of clientIds) {
      if (room.state.owns(id)) continue;
      this.#clientId ??= id;
      if (id !== this.#clientId) return this.dismiss("foreign");
    }
  }

  async #do(intent: Intent, room: Watched) {
    if (this.#intents >= room_intents_waiting_max) return this.dismiss("tooMuch");
    this.#intents++;
    const outcome = await this.#say(intent);
    this.#intents--;
    const { id } = intent;
    const answer: Answer = outcome.refusal
      ? { id, refused: outcome.refusal }
      : { id, accepted: outcome.heldBack ? { n: outcome.n, heldBack: true } : { n: outcome.n } };
    if (!this.#left) room.peers.send(this, answerFrame(answer));
  }

  async #say({ id, say }: Intent): Promise<Outcome<Message>> {
    if (!this.person) return refuse("SIGN_IN_REQUIRED");
    const words = Words.safeParse({ text: say });
    if (!words.success) return { refusal: invalid(words.error.issues) };
    const identity = id.toLowerCase();
    try {
      return await this.given.say({
        personId: this.person.id,
        requestId: identity,
        id: identity,
        showId: this.showId,
        text: words.data.text,
      });
    } catch (error) {
      this.given.failed(error);
      return { refusal: unavailable };
    }
  }
}

const unavailable: Refusal = { code: "UNAVAILABLE", retryAfterMs: 2_000 };
