import { deepEqual, equal } from "node:assert/strict";
import { Measures } from "../../../views/islands/player/measures.ts";

function measuring() {
  const video = Object.assign(new EventTarget(), { seeking: false });
  const clock = { now: 0 };
  return { video, clock, measures: new Measures(video, () => clock.now) };
}

Deno.test("the first frame counts from the wish to play, over all that was tried", () => {
  const { clock, measures } = measuring();
  equal(measures.sample, undefined);
  clock.now = 100;
  measures.begin();
  measures.take("starting", "flv");
  clock.now = 4_450.4;
  measures.take("playing", "hls");
  measures.begin();
  clock.now = 9_000;
  measures.take("playing", "hls");
  deepEqual(measures.sample, { kind: "hls", firstFrameMs: 4350, rebuffers: 0, stalls: 0 });
});

Deno.test("waits count while it plays, and neither before it does nor when somebody seeks", () => {
  const { video, measures } = measuring();
  const wait = () => video.dispatchEvent(new Event("waiting"));
  measures.begin();
  wait();
  measures.take("playing", "flv");
  wait();
  video.seeking = true;
  wait();
  video.seeking = false;
  measures.take("stalled", "flv");
  wait();
  // That a source ends is not that it stands still.
  measures.take("dropped", "flv");
  deepEqual(measures.sample, { kind: "flv", firstFrameMs: 0, rebuffers: 1, stalls: 1 });
});

Deno.test("who never saw a frame says so; how long a gesture takes says nothing", () => {
  const { clock, measures } = measuring();
  measures.begin();
  measures.take("refused", "flv");
  equal(measures.sample?.firstFrameMs, null);
  clock.now = 60_000;
  measures.begin();
  clock.now = 60_200;
  measures.take("playing", "flv");
  equal(measures.sample?.firstFrameMs, 200);
});
