import type { Feed } from "../../views/shop/types.ts";
import { playback_viewers_sampled } from "../limits.ts";
import type { Configuration } from "../platform.ts";
import type { Show } from "./shows.ts";

/** Where the moving picture of a show can be had; undefined in a shop without a media server. */
export function feedOf(
  { media }: Pick<Configuration, "media">,
  { id, signal, turn }: Pick<Show, "id" | "signal" | "turn">,
): Feed | undefined {
  const stream = media && `${media.playUrl}/live/${id}`;
  return stream
    ? {
      flv: `${stream}.flv`,
      hls: `${stream}.m3u8`,
      signal,
      turn,
      sampled: playback_viewers_sampled,
    }
    : undefined;
}
