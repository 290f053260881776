import type { StandInMedia } from "../../../support/stand_in_media.ts";
import type { Client } from "./signal_model.ts";

/** So old may a list be at most: the shop leaves alone what has changed for longer than that. */
const old_seconds_max = 9;

/** What is so at the media server: one show's publisher, and the answers of its API. */
export class MediaSide {
  #there?: string;
  /** Who was there before the last change of that, and when it was. */
  #before: { readonly id?: string; readonly at: number } = { at: -Infinity };
  #starts = 1;
  #clients = 0;
  #isWell = true;

  constructor(
    private readonly media: StandInMedia,
    private readonly showId: string,
    private readonly now: () => number,
  ) {
    Object.assign(media, { mood: "well", published: [], serviceId: this.service });
  }

  get there(): string | undefined {
    return this.#there;
  }

  get service(): string {
    return `service-${this.#starts}`;
  }

  /** Whether it can be asked. */
  get isWell(): boolean {
    return this.#isWell;
  }

  set isWell(isWell: boolean) {
    this.#isWell = isWell;
    this.media.mood = isWell ? "well" : "failing";
  }

  connect(): Client {
    return { service: this.service, id: `client-${++this.#clients}` };
  }

  /** Somebody was let in. It takes one at a time. */
  begin({ id }: Client): void {
    if (this.#there === undefined) this.#become(id);
  }

  /** Whoever is there goes; undefined: nobody was. */
  end(): Client | undefined {
    if (this.#there === undefined) return undefined;
    const gone = { service: this.service, id: this.#there };
    this.#become(undefined);
    return gone;
  }

  restart(): void {
    this.#starts++;
    this.media.serviceId = this.service;
    this.#become(undefined);
    // Nobody has a list of a server that was not there.
    this.#before = { at: -Infinity };
  }

  /** Who was there a moment ago, where an answer could still say so. */
  get old(): { readonly id?: string } | undefined {
    return this.now() - this.#before.at > old_seconds_max ? undefined : this.#before;
  }

  /** Lets its list say that this one is there, while something is asked. */
  async listing(id: string | undefined, ask: () => Promise<unknown>): Promise<void> {
    this.media.listed = this.#published(id);
    await ask();
    this.media.listed = undefined;
  }

  #become(id: string | undefined) {
    this.#before = { id: this.#there, at: this.now() };
    this.#there = id;
    this.media.published = this.#published(id);
  }

  #published(id: string | undefined) {
    return id === undefined ? [] : [{ clientId: id, showId: this.showId }];
  }
}
