import { deepEqual, equal } from "node:assert/strict";
import { Watchdog } from "../../../views/islands/player/watchdog.ts";

function watched() {
  const video = { currentTime: 0, paused: false };
  return { video, watchdog: new Watchdog(video) };
}

const ticks = (watchdog: Watchdog, count: number, isHidden = false) =>
  Array.from({ length: count }, () => watchdog.tick(isHidden));

Deno.test("five ticks without progress are a stall, and it is said once", () => {
  const { watchdog } = watched();
  deepEqual(ticks(watchdog, 5), [false, false, false, false, false]);
  equal(watchdog.tick(false), true);
  equal(watchdog.tick(false), false);
});

Deno.test("a picture that moves begins the count anew", () => {
  const { video, watchdog } = watched();
  ticks(watchdog, 5);
  video.currentTime = 1;
  deepEqual(ticks(watchdog, 6), [false, false, false, false, false, true]);
});

Deno.test("nobody expects a paused picture to move, nor one that is out of sight", () => {
  const { video, watchdog } = watched();
  deepEqual(ticks(watchdog, 20, true).filter(Boolean), []);
  video.paused = true;
  deepEqual(ticks(watchdog, 20).filter(Boolean), []);
});

Deno.test("it counts how long the picture has gone on", () => {
  const { video, watchdog } = watched();
  for (let second = 1; second <= 10; second++) {
    video.currentTime = second;
    watchdog.tick(false);
  }
  equal(watchdog.steady_seconds, 10);
  watchdog.tick(false);
  equal(watchdog.steady_seconds, 0);
});
