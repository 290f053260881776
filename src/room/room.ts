import type { Message } from "../../views/shop/types.ts";
import type { Utterance } from "../chat/say.ts";
import type { Outcome } from "../errors.ts";
import type { Item } from "../outbox/news.ts";
import type { Database, Log } from "../platform.ts";
import { Chat } from "./chat.ts";
import type { ChatChange } from "./document.ts";
import type { LiveIds } from "./live_ids.ts";
import { type Live, LiveState, type Toast } from "./live_state.ts";
import type { RoomLog, Stored } from "./log.ts";
import { Looks } from "./looks.ts";
import { type Peer, Peers } from "./peers.ts";
import { missingFrame, updateFrame } from "./protocol.ts";
import { Telling } from "./telling.ts";
import { lastToasts } from "./toasts.ts";

/** What a room is given. */
export interface RoomGiven {
  readonly database: Database;
  readonly roomLog: RoomLog;
  /** Who its live state is told as; absent: clients that nobody has met. */
  readonly liveIds?: LiveIds;
  readonly log: Log;
  now(): number;
  /** Told of what this process authored, once it is stored. */
  onUpdate(update: Uint8Array): void;
  /** The live state is what the database says now. */
  seen(): void;
  /** The room cannot go on: it has let everybody go, and is to be opened anew. */
  failed(): void;
}

/**
 * One show's room in this process. Nothing is shown before it is stored: whoever has seen something
 * finds it again after a restart. When it cannot store, it ends; opened again it is what the
 * database says.
 */
export class Room {
  readonly peers = new Peers();
  readonly state: LiveState;
  #telling: Telling;
  #chat: Chat;
  #looks: Looks;

  private constructor(readonly showId: string, private readonly given: RoomGiven, stored: Stored) {
    const { database, liveIds, now, roomLog } = given;
    this.state = new LiveState(liveIds);
    this.#telling = new Telling(this.peers, this.state);
    this.#chat = new Chat(showId, stored, {
      database,
      roomLog,
      now,
      show: (update, own) => this.#show(update, own),
      warn: (event, error) => this.#warn(event, error),
      failed: () => this.#fail(),
    });
    this.#looks = new Looks({
      database,
      state: this.state,
      seen: () => {
        this.#telling.stateNow();
        given.seen();
      },
      gone: () => this.peers.closeAll("noSuchShow"),
      failed: (error) => this.#warn("room.unseen", error),
    }, showId);
    this.#looks.ask();
  }

  /**
   * Opens the room of a show; undefined: there is no such show to see.
   * @throws DatabaseError
   */
  static async open(showId: string, given: RoomGiven): Promise<Room | undefined> {
    const stored = await given.roomLog.read(showId);
    if (!stored) return undefined;
    const room = new Room(showId, given, stored);
    await room.#chat.reconcile(stored.archived);
    return room;
  }

  /** Says something: archived, stored and shown when this answers. */
  say(utterance: Utterance): Promise<Outcome<Message>> {
    return this.#chat.say(utterance);
  }

  /**
   * Authors a change of the chat: stores it, then shows it to everybody.
   * @throws DatabaseError when it cannot be stored; the room has ended then
   */
  change(change: ChatChange): Promise<void> {
    return this.#chat.change(change);
  }

  /** Takes in what another process authored and stored, however it came here, and how often. */
  merge(update: Uint8Array): void {
    this.#chat.merge(update);
  }

  /** Somebody came to watch, and is told what is so now. */
  enter(peer: Peer): void {
    this.peers.add(peer);
    this.tellAll(peer);
  }

  /** Somebody who had seen everything when the room was last open is told what came since. */
  async enterAgain(peer: Peer): Promise<void> {
    this.enter(peer);
    this.peers.send(peer, updateFrame(await this.#chat.sinceBeginning()));
  }

  /** Answers a state vector. What is authored and not stored yet is waited for. */
  async sync(peer: Peer, stateVector: Uint8Array): Promise<void> {
    this.peers.send(peer, missingFrame(await this.#chat.missing(stateVector)));
  }

  /** Tells one peer the whole live state. */
  tellAll(peer: Peer): void {
    this.#telling.stateTo(peer);
  }

  /** How many frames of live state everybody was sent. */
  get statesTold(): number {
    return this.#telling.statesTold;
  }

  /** Part of the live state is so from now on. */
  tell(live: Live): void {
    this.state.tell(live);
    this.#telling.stateSoon();
  }

  /** Somebody bought something. */
  toast(toast: Toast): void {
    this.tell({ kind: "toasts", toasts: lastToasts(this.state.toasts, toast) });
  }

  /** News of this show from the outbox: of the chat, or of what the live state shows. */
  hear({ topic, body }: Item): void {
    if (topic === "room") this.#chat.hearUpdate(body);
    else if (topic === "message") this.#chat.hearMessage(body);
    else if (body.verb === "delete_message") this.#chat.takeAway(String(body.messageId));
    else this.#looks.ask();
  }

  /** What is due by the clock. Once a second. */
  tick(): void {
    this.#chat.tick();
    this.#looks.tick();
    // What came and went by the clock alone is looked at as often as all is told again.
    if (this.#telling.tick(this.given.now())) this.#looks.ask();
  }

  end(): void {
    this.#chat.end();
    this.#looks.stop();
    this.#telling.stop();
  }

  #show(update: Uint8Array, own: boolean) {
    this.#telling.update(update);
    if (own) this.given.onUpdate(update);
  }

  #fail() {
    this.peers.closeAll("busy");
    this.end();
    this.given.failed();
  }

  #warn(event: string, error: unknown) {
    this.given.log("warn", event, { showId: this.showId, error: String(error) });
  }
}
