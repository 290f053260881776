import type { Kind } from "./kinds.ts";
import type { Progress } from "./told.ts";

/** How playing went on one page. Nothing in it tells who watched. */
export interface Sample {
  readonly kind: Kind;
  /** From the wish to play to the first frame; null: there was none. */
  readonly firstFrameMs: number | null;
  /** How often it waited for more. */
  readonly rebuffers: number;
  /** How often it stood still for so long that it was fetched anew. */
  readonly stalls: number;
}

/** Measures how playing goes: from the first wish to play until it is told. */
export class Measures {
  #began?: number;
  #firstFrame_ms?: number;
  #kind?: Kind;
  #isPlaying = false;
  #rebuffers = 0;
  #stalls = 0;

  constructor(
    video: EventTarget & { readonly seeking: boolean },
    private readonly now: () => number = () => performance.now(),
  ) {
    video.addEventListener("waiting", () => {
      if (this.#isPlaying && !video.seeking) this.#rebuffers++;
    });
  }

  begin(): void {
    this.#began ??= this.now();
  }

  take(progress: Progress, kind: Kind): void {
    this.#isPlaying = progress === "playing";
    this.#kind = kind;
    if (progress === "stalled") this.#stalls++;
    if (progress === "playing" && this.#began !== undefined) {
      this.#firstFrame_ms ??= this.now() - this.#began;
    }
    // How long somebody takes to press play says nothing about playing.
    if (progress === "refused" && this.#firstFrame_ms === undefined) this.#began = undefined;
  }

  /** Undefined when nothing was tried. */
  get sample(): Sample | undefined {
    if (!this.#kind) return undefined;
    return {
      kind: this.#kind,
      firstFrameMs: this.#firstFrame_ms === undefined ? null : Math.round(this.#firstFrame_ms),
      rebuffers: this.#rebuffers,
      stalls: this.#stalls,
    };
  }
}
