import type { Kind } from "./kinds.ts";
import { type Pace, usual } from "./pace.ts";
import type { Picture, Play } from "./picture.ts";
import { startPlaying } from "./start.ts";
import type { Progress } from "./told.ts";
import { Watchdog } from "./watchdog.ts";

const reloads_max = 5;
/** Stalls further apart than this are not in a row. */
const steady_seconds = 10;

export interface Ways {
  /** The best first. What has played moves to the front, for the next time. */
  readonly kinds: Kind[];
  urlOf(kind: Kind): string;
  /** Fetches what plays this way. */
  playOf(kind: Kind): Promise<Play>;
  /** Nobody can see the page now. */
  isHidden(): boolean;
}

/** Plays one turn of a signal: another way when one brings no picture, anew when it stalls. */
export class Playback {
  #picture?: Picture;
  #watchdog?: Watchdog;
  #timer?: ReturnType<typeof setTimeout>;
  #endTicks: () => void;
  #isShown = false;
  #failures = 0;
  #reloads = 0;
  /** Grows with each attempt, so that none is taken for a later one. */
  #attempt = 0;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly ways: Ways,
    private readonly tell: (progress: Progress, kind: Kind) => void,
    private readonly pace: Pace = usual,
  ) {
    const ticks = setInterval(() => this.#tick(), pace.tick_ms);
    this.#endTicks = () => clearInterval(ticks);
    this.#begin();
  }

  toEdge(): void {
    this.#picture?.toEdge();
  }

  stop(): void {
    this.#endTicks();
    this.#quit();
  }

  async #begin() {
    this.#quit();
    const attempt = this.#attempt;
    const kind = this.#kind;
    const failed = () => attempt === this.#attempt && this.#failed();
    this.#timer = setTimeout(failed, this.pace.first_frame_ms[kind]);
    try {
      const play = await this.ways.playOf(kind);
      if (attempt !== this.#attempt) return;
      this.video.addEventListener("loadeddata", this.#shown);
      this.#picture = play(this.video, this.ways.urlOf(kind), failed);
      if (!await startPlaying(this.video) && attempt === this.#attempt) this.#refused();
    } catch {
      failed();
    }
  }

  get #kind(): Kind {
    return this.ways.kinds[0]!;
  }

  #quit() {
    this.#attempt++;
    clearTimeout(this.#timer);
    this.video.removeEventListener("loadeddata", this.#shown);
    this.#picture?.stop();
    this.#picture = undefined;
    this.#isShown = false;
  }

  #shown = () => {
    clearTimeout(this.#timer);
    this.#isShown = true;
    this.#watchdog = new Watchdog(this.video);
    this.#failures = 0;
    this.tell("playing", this.#kind);
  };

  /** The browser waits for a gesture. */
  #refused() {
    clearTimeout(this.#timer);
    this.tell("refused", this.#kind);
  }

  #tick() {
    if (!this.#isShown || !this.#watchdog) return;
    const hasStalled = this.#watchdog.tick(this.ways.isHidden());
    if (this.#watchdog.steady_seconds >= steady_seconds) this.#reloads = 0;
    if (hasStalled) this.#reload("stalled");
  }

  #failed() {
    if (this.#isShown) return this.#reload("dropped");
    const { kinds } = this.ways;
    kinds.push(kinds.shift()!);
    // Each way has been tried.
    if (++this.#failures >= kinds.length) this.#reload("dropped");
    else this.#begin();
  }

  /** @param why it stood still, or its source ended or failed */
  #reload(why: "stalled" | "dropped") {
    const kind = this.#kind;
    this.#failures = 0;
    if (++this.#reloads > reloads_max) return this.tell("failed", kind);
    // Said while the last frame is still to be had.
    this.tell(why, kind);
    this.#quit();
    this.#timer = setTimeout(() => this.#begin(), this.pace.reload_ms);
  }
}
