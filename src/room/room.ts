import { fromBase64 } from "../bytes.ts";
import type { Message } from "../../views/shop/types.ts";
import type { Utterance } from "../chat/say.ts";
import type { Outcome } from "../errors.ts";
import type { Item } from "../outbox/news.ts";
import { type Database, DatabaseError, type Log } from "../platform.ts";
import { type ChatChange, ChatDocument } from "./document.ts";
import { type Live, LiveState, type Toast } from "./live_state.ts";
import { Late } from "./late.ts";
import { Looks } from "./looks.ts";
import { type Peer, Peers } from "./peers.ts";
import { missingFrame } from "./protocol.ts";
import { Keeper, readRoom, reconciliation, type Stored } from "./store.ts";
import { Telling } from "./telling.ts";
import { lastToasts } from "./toasts.ts";
import { Utterances } from "./utterances.ts";

/** What a room is given. */
export interface RoomGiven {
  readonly database: Database;
  readonly log: Log;
  now(): number;
  /** Told of what this process authored, once it is stored. */
  onUpdate(update: Uint8Array): void;
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
  readonly state = new LiveState();
  #telling = new Telling(this.peers, this.state);
  #chat = new ChatDocument();
  #keeper: Keeper;
  /** Settles when everything authored so far is stored. */
  #last: Promise<unknown> = Promise.resolve();
  #utterances: Utterances;
  #late: Late;
  #looks: Looks;
  #ended = false;

  private constructor(readonly showId: string, private readonly given: RoomGiven, stored: Stored) {
    const { database, now } = given;
    this.#keeper = new Keeper(
      database,
      showId,
      stored.updates.length,
      (error) => this.#warn("room.uncompacted", error),
    );
    this.#utterances = new Utterances(database, (items) => this.change({ add: items }));
    this.#late = new Late({
      database,
      now,
      chat: this.#chat,
      show: (items) => this.change({ add: items }),
      failed: (error) => this.#warn("room.late", error),
    });
    this.#looks = new Looks({
      database,
      state: this.state,
      seen: () => this.#telling.stateNow(),
      gone: () => this.peers.closeAll("noSuchShow"),
      failed: (error) => this.#warn("room.unseen", error),
    }, showId);
    stored.updates.forEach((update) => this.#chat.merge(update));
    this.#looks.ask();
  }

  /**
   * Opens the room of a show; undefined: there is no such show to see.
   * @throws DatabaseError
   */
  static async open(showId: string, given: RoomGiven): Promise<Room | undefined> {
    const stored = await readRoom(given.database, showId);
    if (!stored) return undefined;
    const room = new Room(showId, given, stored);
    await room.#reconcile(stored.archived);
    return room;
  }

  /** Says something: archived, stored and shown when this answers. */
  say(utterance: Utterance): Promise<Outcome<Message>> {
    return this.#utterances.pass(utterance);
  }

  /**
   * Authors a change of the chat: stores it, then shows it to everybody.
   * @throws DatabaseError when it cannot be stored; the room has ended then
   */
  change(change: ChatChange): Promise<void> {
    const turn = this.#last.then(() => this.#change(change));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Takes in what another process authored and stored, however it came here, and how often. */
  merge(update: Uint8Array): void {
    if (this.#ended) return;
    this.#chat.merge(update).forEach((news) => this.#telling.update(news));
  }

  /** Somebody came to watch, and is told what is so now. */
  enter(peer: Peer): void {
    this.peers.add(peer);
    this.tellAll(peer);
  }

  /** Answers a state vector. What is authored and not stored yet is waited for. */
  sync(peer: Peer, stateVector: Uint8Array): void {
    this.#last.then(() => this.peers.send(peer, missingFrame(this.#chat.missing(stateVector))));
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

  /**
   * News of this show from the outbox. `room` is what some process authored; `message` is a message
   * of the archive, which whoever archived it shows at once, or `anyone`; the rest concerns the
   * live state.
   */
  hear({ topic, body }: Item): void {
    if (topic === "room") {
      if (body.from !== this.#keeper.author.openingId) this.merge(fromBase64(String(body.update)));
    } else if (topic === "message") {
      if (body.anyone) this.#late.show([String(body.id)]);
      else this.#late.expect(String(body.id));
    } else if (body.verb === "delete_message") {
      this.#try({ remove: [String(body.messageId)] });
    } else {
      this.#looks.ask();
    }
  }

  /** What is due by the clock. Once a second. */
  tick(): void {
    this.#late.tick();
    this.#looks.tick();
    if (this.#chat.isUntidy) this.#try({});
    // What came and went by the clock alone is looked at as often as all is told again.
    if (this.#telling.tick(this.given.now())) this.#looks.ask();
  }

  end(): void {
    this.#ended = true;
    this.#utterances.stop();
    this.#looks.stop();
    this.#telling.stop();
    this.#chat.destroy();
  }

  async #reconcile(archived: Stored["archived"]) {
    archived.filter(({ young }) => young).forEach(({ id }) => this.#late.expect(id));
    await this.change(reconciliation(archived, this.#chat.items));
  }

  async #change(change: ChatChange) {
    // As a server that shuts down: to be asked again.
    if (this.#ended) throw new DatabaseError("This room has ended", "57P01");
    const update = this.#chat.author(change);
    if (!update) return;
    try {
      await this.#keeper.keep(update);
    } catch (error) {
      this.#warn("room.unstored", error);
      this.#fail();
      throw error;
    }
    this.#telling.update(update);
    this.given.onUpdate(update);
  }

  /** As `change`, for what is tried again when it fails: by the next opening of this room. */
  #try(change: ChatChange) {
    this.change(change).catch(() => {});
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
