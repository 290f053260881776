import type { ScreenState } from "./told.ts";

/** What the player says, as the server drew it. */
export interface PlayerWords {
  readonly states: Record<ScreenState, string>;
  readonly play: string;
  readonly pause: string;
  readonly mute: string;
  readonly unmute: string;
  readonly full: string;
  readonly small: string;
}

export function wordsOf(screen: HTMLElement): PlayerWords {
  return JSON.parse(screen.dataset.words!);
}

/** Says in words how it stands with the picture. Styles show what belongs to the state. */
export function sayState(screen: HTMLElement, state: ScreenState): void {
  screen.dataset.now = state;
  const place = screen.querySelector("[data-screen-state]")!;
  const text = wordsOf(screen).states[state];
  if (place.textContent !== text) place.textContent = text;
}
