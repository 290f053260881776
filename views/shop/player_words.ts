import { copy } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";

/** What the player says: see islands/player/say.ts. */
export function playerWords(view: View): string {
  const { states, play, pause, mute, unmute, full, small } = copy(view.locale).player;
  return JSON.stringify({
    states: { quiet: "", ...states },
    play,
    pause,
    mute,
    unmute,
    full,
    small,
  });
}
