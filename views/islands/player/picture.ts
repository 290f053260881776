import type { Kind } from "./kinds.ts";

/** A source that plays in a video element, until it is stopped. It never comes back by itself. */
export interface Picture {
  /** Forward to what happens now, when it has fallen behind. */
  toEdge(): void;
  stop(): void;
}

/** Begins to play; `failed` is told once at most. */
export type Play = (video: HTMLVideoElement, url: string, failed: () => void) => Picture;

/** Fetches what plays this way. */
export async function playOf(kind: Kind): Promise<Play> {
  switch (kind) {
    case "flv":
      return (await import("./flv.ts")).playFlv;
    case "hls":
      return (await import("./hls.ts")).playHls;
    case "native":
      return (await import("./native.ts")).playNative;
  }
}
