import type { Kind } from "./kinds.ts";

/** How long a playback waits for what. */
export interface Pace {
  /** By then the first frame is there, or another way is tried. */
  readonly first_frame_ms: Record<Kind, number>;
  readonly tick_ms: number;
  /** Before a picture that has stalled is fetched anew. */
  readonly reload_ms: number;
}

// A new playlist takes its time.
export const usual: Pace = {
  first_frame_ms: { flv: 4000, hls: 12_000, native: 12_000 },
  tick_ms: 1000,
  reload_ms: 1000,
};
