/** Ways to play a live picture: HTTP-FLV, HLS by script, HLS by the browser itself. */
export type Kind = "flv" | "hls" | "native";

/** What a browser can do. */
export interface Abilities {
  /** Media Source Extensions that a live stream can be written to. */
  readonly flv: boolean;
  /** `Hls.isSupported()`: asked first, for Chromium says "maybe" to what it plays badly. */
  readonly hls: boolean;
  /** `canPlayType` of a playlist. */
  readonly native: boolean;
  readonly userAgent: string;
}

/** Browsers within apps, which hold back long answers. */
const inApp =
  /KAKAOTALK|Instagram|FBAN|FBAV|Line\/|NAVER\(inapp|musical_ly|BytedanceWebview|; wv\)/i;

/** The ways worth trying, the best first; empty: this browser plays nothing. */
export function kindsFor({ flv, hls, native, userAgent }: Abilities): Kind[] {
  const byList: Kind[] = hls ? ["hls"] : native ? ["native"] : [];
  if (!flv) return byList;
  return inApp.test(userAgent) ? [...byList, "flv"] : ["flv", ...byList];
}

/** Asks the browser at hand, without the libraries that would play. */
export function abilities(video: HTMLVideoElement): Abilities {
  const codecs = 'video/mp4; codecs="avc1.42E01E,mp4a.40.2"';
  const { ManagedMediaSource } = globalThis as { ManagedMediaSource?: typeof MediaSource };
  const plays = (source?: typeof MediaSource) => source?.isTypeSupported?.(codecs) ?? false;
  return {
    flv: plays(globalThis.MediaSource),
    hls: plays(globalThis.MediaSource ?? ManagedMediaSource),
    native: video.canPlayType("application/vnd.apple.mpegurl") !== "",
    userAgent: navigator.userAgent,
  };
}
