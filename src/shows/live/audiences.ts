import type { Locale } from "../../../views/kit/view.ts";
import { type Outcome, refuse } from "../../errors.ts";
import { viewFor } from "../../http/view.ts";
import { event_stream_heartbeat_seconds, event_streams_per_process } from "../../limits.ts";
import type { Item } from "../../outbox/news.ts";
import type { Shop } from "../../shop.ts";
import { lookAtShow } from "../read_show.ts";
import { Audience } from "./audience.ts";

type Given = Pick<Shop, "platform" | "glance" | "news">;

/** Everybody in this process who follows a show. Nothing is watched when nobody does. */
export class Audiences {
  #audiences = new Map<string, { readonly showId: string; readonly audience: Audience }>();
  #rest?: () => void;

  constructor(private readonly shop: Given) {}

  get viewers(): number {
    return this.#audiences.values().reduce((sum, { audience }) => sum + audience.viewers, 0);
  }

  /** Refusals: UNAVAILABLE, when this process has all the streams that it can bear. */
  join(showId: string, locale: Locale): Outcome<{ stream: ReadableStream<Uint8Array> }> {
    if (this.viewers >= event_streams_per_process) {
      return refuse("UNAVAILABLE", { retryAfterMs: 10_000 });
    }
    this.#rest ??= this.#follow();
    return { stream: this.#of(showId, locale).join() };
  }

  #of(showId: string, locale: Locale) {
    const key = `${showId} ${locale}`;
    const known = this.#audiences.get(key);
    if (known) return known.audience;

    const { platform, news } = this.shop;
    const audience = new Audience({
      begun: () => news.begun(),
      look: () => lookAtShow(this.shop, showId),
      view: () => viewFor(platform, locale),
      emptied: () => this.#forget(key),
      failed: (error) => platform.log("warn", "show.untold", { showId, error: String(error) }),
    });
    this.#audiences.set(key, { showId, audience });
    return audience;
  }

  #forget(key: string) {
    this.#audiences.delete(key);
    if (this.#audiences.size > 0) return;
    this.#rest?.();
    this.#rest = undefined;
  }

  /** @returns what ends it */
  #follow() {
    const unwatch = this.shop.news.watch((items) => this.#hear(items));
    const beating = setInterval(() => {
      for (const { audience } of [...this.#audiences.values()]) audience.beat();
    }, event_stream_heartbeat_seconds * 1000);
    return () => {
      clearInterval(beating);
      unwatch();
    };
  }

  // News of a product does not say which shows it left.
  #hear(items: readonly Item[]) {
    const shows = new Set(items.flatMap(({ subject, body }) => [subject, body.showId]));
    const goods = items.some(({ topic }) => topic === "product");
    for (const { showId, audience } of this.#audiences.values()) {
      if (goods || shows.has(showId)) audience.tell();
    }
  }
}
