import type { View } from "../../../views/kit/view.ts";
import { event_stream_backlog_bytes_max, live_gather_ms } from "../../limits.ts";
import type { ShowNow } from "../read_show.ts";
import { isAiring } from "../shows.ts";
import { changes } from "./changes.tsx";
import { encode, heartbeat } from "./event.ts";
import { Lately } from "./lately.ts";

type Viewer = ReadableStreamDefaultController<Uint8Array>;

/** What an audience looks at. */
export interface Stage {
  /** Settles when this audience will be told of whatever changes from then on. */
  begun(): Promise<void>;
  look(): Promise<ShowNow>;
  view(): View;
  /** The last viewer has gone. */
  emptied(): void;
  failed(error: unknown): void;
}

/**
 * Those in this process who follow one show in one language. What changes is read and drawn once
 * for all of them: at once when things are quiet, gathered when they are not.
 */
export class Audience {
  #viewers = new Set<Viewer>();
  #known?: ShowNow;
  #lately = new Lately();
  #stale = false;
  #telling = false;

  constructor(private readonly stage: Stage) {}

  get viewers(): number {
    return this.#viewers.size;
  }

  /** A stream of what changes from now on, and of what changed while the page was on its way. */
  join(): ReadableStream<Uint8Array> {
    let viewer: Viewer;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        viewer = controller;
        this.#viewers.add(viewer);
        this.#send(viewer, heartbeat);
        this.#send(viewer, encode(this.#lately.events(Date.parse(this.stage.view().now))));
        if (!this.#known) this.tell();
      },
      cancel: () => this.#leave(viewer),
    }, new ByteLengthQueuingStrategy({ highWaterMark: event_stream_backlog_bytes_max }));
  }

  /** Something about this show has changed. */
  tell(): void {
    this.#stale = true;
    if (!this.#telling) this.#tell();
  }

  /** Finds out who is still there, and ends when the show has. */
  beat(): void {
    if (this.#known && !isAiring(this.#known.show)) this.#end();
    else this.#sendAll(heartbeat);
  }

  async #tell() {
    this.#telling = true;
    try {
      if (!this.#known) await this.stage.begun();
      while (this.#stale && this.#viewers.size > 0) {
        this.#stale = false;
        this.#say(await this.stage.look());
        await new Promise((after) => setTimeout(after, live_gather_ms));
      }
    } catch (error) {
      // They come back by themselves, and draw their pages anew.
      this.stage.failed(error);
      this.#end();
    }
    this.#telling = false;
  }

  #say(now: ShowNow) {
    const view = this.stage.view();
    const events = changes(view, this.#known, now);
    this.#known = now;
    this.#lately.add(events, Date.parse(view.now));
    this.#sendAll(encode(events));
  }

  #sendAll(bytes: Uint8Array) {
    for (const viewer of [...this.#viewers]) this.#send(viewer, bytes);
  }

  /** Who does not keep up is let go, and comes back to a page that is drawn anew. */
  #send(viewer: Viewer, bytes: Uint8Array) {
    if (bytes.length === 0) return;
    if ((viewer.desiredSize ?? 0) > 0) return viewer.enqueue(bytes);
    viewer.error(new Error("This viewer does not keep up"));
    this.#leave(viewer);
  }

  #end() {
    for (const viewer of [...this.#viewers]) {
      viewer.close();
      this.#leave(viewer);
    }
  }

  #leave(viewer: Viewer) {
    if (!this.#viewers.delete(viewer)) return;
    if (this.#viewers.size === 0) this.stage.emptied();
  }
}
