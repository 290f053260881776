import type { Measures } from "./measures.ts";

/** Tells once, when somebody leaves, how playing went; of many viewers only some do. */
export function tellOnLeaving(screen: HTMLElement, measures: Measures): void {
  const { playback = "", sampled = "1" } = screen.dataset;
  let viewers = 1;
  let isTold = false;

  function tell() {
    const { sample } = measures;
    if (isTold || !sample) return;
    isTold = true;
    if (Math.random() * viewers >= Number(sampled)) return;
    navigator.sendBeacon(
      playback,
      new Blob([JSON.stringify(sample)], { type: "application/json" }),
    );
  }

  document.addEventListener("room:viewers", ({ detail }: CustomEventInit<number>) => {
    viewers = detail ?? 1;
  });
  document.addEventListener("visibilitychange", () => document.hidden && tell());
  addEventListener("pagehide", tell);
}
