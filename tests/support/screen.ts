import type { Page } from "playwright-core";
import { until } from "./until.ts";

const patience_ms = 20_000;

/** What somebody sees of a show's picture. */
export interface Sighted {
  /** What the player says of itself: `live`, `reconnecting` … */
  readonly now?: string;
  /** How the picture comes: `flv`, `hls`. */
  readonly kind?: string;
  /** Seconds in the picture's own time. */
  readonly at: number;
  /** Changes with what is to be seen. */
  readonly look: string;
}

export function sighted(page: Page): Promise<Sighted> {
  return page.evaluate(`(() => {
    const video = document.querySelector("[data-screen] video");
    const { now, kind } = document.querySelector("[data-screen]")?.dataset ?? {};
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 36 });
    canvas.getContext("2d").drawImage(video, 0, 0, 64, 36);
    return { now, kind, at: video.currentTime, look: canvas.toDataURL() };
  })()`);
}

/** Waits until the player says that it stands like this. */
export async function says(page: Page, state: string): Promise<void> {
  await until(
    async () => await page.locator("[data-screen]").getAttribute("data-now") === state,
    patience_ms,
    `the player says ${state}`,
  );
}

/** Waits until the picture moves: its time goes on, and so does what is to be seen. */
export async function moves(page: Page): Promise<Sighted> {
  let before = await sighted(page);
  await until(
    async () => {
      const now = await sighted(page);
      const moved = before.at > 0 && now.at > before.at && now.look !== before.look;
      before = now;
      return moved;
    },
    patience_ms,
    "the picture moves",
  );
  return before;
}
