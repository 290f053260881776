import { fromBase64 } from "../bytes.ts";
import type { Message } from "../../views/shop/types.ts";
import type { Utterance } from "../chat/say.ts";
import type { Outcome } from "../errors.ts";
import { type Database, DatabaseError } from "../platform.ts";
import { type Archived, reconciliation } from "./archive.ts";
import { type ChatChange, ChatDocument, type ChatItem } from "./document.ts";
import { Keeper } from "./keeper.ts";
import { Late } from "./late.ts";
import type { RoomLog, Stored } from "./log.ts";
import { Utterances } from "./utterances.ts";

export interface ChatGiven {
  readonly database: Database;
  readonly roomLog: RoomLog;
  now(): number;
  /** An update that is stored, to be shown to everybody. `own`: it was authored here. */
  show(update: Uint8Array, own: boolean): void;
  warn(event: string, error: unknown): void;
  /** It could not store what it authored, and has ended. */
  failed(): void;
}

/**
 * The chat of one open room. What is said is archived, authored and stored before anybody is shown
 * it, and acknowledged after that.
 */
export class Chat {
  #document = new ChatDocument();
  #keeper: Keeper;
  #utterances: Utterances;
  #late: Late;
  /** Settles when everything authored so far is stored. */
  #last: Promise<unknown> = Promise.resolve();
  /** What it began with, as a state vector. */
  #beginning: Uint8Array;
  #ended = false;

  /** Begins with what is stored. `reconcile` is to follow. */
  constructor(showId: string, stored: Stored, private readonly given: ChatGiven) {
    const { database, now, roomLog, warn } = given;
    const add = (items: readonly ChatItem[]) => this.change({ add: items });
    this.#keeper = new Keeper(
      roomLog,
      showId,
      stored.updates.length,
      (error) => warn("room.uncompacted", error),
    );
    this.#utterances = new Utterances(database, add);
    this.#late = new Late({
      database,
      now,
      chat: this.#document,
      show: add,
      failed: (error) => warn("room.late", error),
    });
    stored.updates.forEach((update) => this.#document.merge(update));
    this.#beginning = this.#document.stateVector;
  }

  /** Authors what the archive has and the document has not, and the other way round. */
  async reconcile(archived: readonly Archived[]): Promise<void> {
    archived.filter(({ young }) => young).forEach(({ id }) => this.#late.expect(id));
    await this.change(reconciliation(archived, this.#document.items));
  }

  /** Says something: archived, stored and shown when this answers. */
  say(utterance: Utterance): Promise<Outcome<Message>> {
    return this.#utterances.pass(utterance);
  }

  /**
   * Authors a change: stores it, then shows it.
   * @throws what the store throws when it cannot; the chat has ended then
   */
  change(change: ChatChange): Promise<void> {
    const turn = this.#last.then(() => this.#change(change));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Takes in what another process authored and stored, however it came here, and how often. */
  merge(update: Uint8Array): void {
    if (this.#ended) return;
    this.#document.merge(update).forEach((news) => this.given.show(news, false));
  }

  /** What somebody with this state vector is missing, once all that is authored is stored. */
  async missing(stateVector: Uint8Array): Promise<Uint8Array> {
    await this.#last;
    return this.#document.missing(stateVector);
  }

  /** What has become of it since it began. */
  sinceBeginning(): Promise<Uint8Array> {
    return this.missing(this.#beginning);
  }

  /** Some process authored an update, and told by the outbox. */
  hearUpdate({ update, from }: Record<string, unknown>): void {
    if (from !== this.#keeper.author.openingId) this.merge(fromBase64(String(update)));
  }

  /** A message is in the archive: whoever archived it shows it at once, or `anyone`. */
  hearMessage({ id, anyone }: Record<string, unknown>): void {
    if (anyone) this.#late.show([String(id)]);
    else this.#late.expect(String(id));
  }

  /** A moderator took a message away. */
  takeAway(id: string): void {
    this.#try({ remove: [id] });
  }

  /** What is due by the clock. Once a second. */
  tick(): void {
    this.#late.tick();
    if (this.#document.isUntidy) this.#try({});
  }

  end(): void {
    this.#ended = true;
    this.#utterances.stop();
    this.#document.destroy();
  }

  async #change(change: ChatChange) {
    // As a server that shuts down: to be asked again.
    if (this.#ended) throw new DatabaseError("This room has ended", "57P01");
    const update = this.#document.author(change);
    if (!update) return;
    try {
      await this.#keeper.keep(update);
    } catch (error) {
      this.given.warn("room.unstored", error);
      this.given.failed();
      throw error;
    }
    this.given.show(update, true);
  }

  /** As `change`, for what is tried again when it fails: by the next opening of this room. */
  #try(change: ChatChange) {
    this.change(change).catch(() => {});
  }
}
