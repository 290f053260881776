import { deepEqual, equal } from "node:assert/strict";
import type { Kind } from "../../../views/islands/player/kinds.ts";
import { Playback } from "../../../views/islands/player/playback.ts";
import type { Progress } from "../../../views/islands/player/told.ts";
import { until } from "../../support/until.ts";

const pace = { first_frame_ms: { flv: 40, hls: 40, native: 40 }, tick_ms: 60_000, reload_ms: 2 };
const impatient = { ...pace, tick_ms: 2 };

/** A video that plays nothing but what the test lets it. */
class Video extends EventTarget {
  currentTime = 0;
  paused = true;
  muted = false;
  /** What the browser lets happen without a gesture. */
  allows: "sound" | "silence" | "nothing" = "sound";

  play(): Promise<void> {
    if (this.allows === "nothing" || (this.allows === "silence" && !this.muted)) {
      return Promise.reject(new DOMException("", "NotAllowedError"));
    }
    this.paused = false;
    return Promise.resolve();
  }
}

/** @param acts what comes of each attempt: a frame, a failure, or nothing */
function playing(
  kinds: Kind[],
  acts: (kind: Kind, attempt: number) => "frame" | "failure" | "nothing",
) {
  const video = new Video();
  const told: string[] = [];
  const open: Kind[] = [];
  let attempt = 0;
  const ways = {
    kinds,
    urlOf: (kind: Kind) => kind,
    isHidden: () => false,
    playOf: (kind: Kind) =>
      Promise.resolve((_: unknown, _url: string, failed: () => void) => {
        open.push(kind);
        const act = acts(kind, attempt++);
        queueMicrotask(() => {
          if (act === "frame") video.dispatchEvent(new Event("loadeddata"));
          if (act === "failure") failed();
        });
        return { toEdge() {}, stop: () => void open.splice(open.indexOf(kind), 1) };
      }),
  };
  const start = (at = pace) =>
    new Playback(
      video as unknown as HTMLVideoElement,
      ways,
      (progress: Progress, kind) => told.push(`${progress} ${kind}`),
      at,
    );
  return { video, told, open, start, attempts: () => attempt };
}

Deno.test("the first way that brings a frame plays, and is the first the next time", async () => {
  const kinds: Kind[] = ["flv", "hls"];
  const { told, start } = playing(kinds, (kind) => kind === "hls" ? "frame" : "failure");
  const playback = start();
  await until(() => told.length > 0);
  deepEqual(told, ["playing hls"]);
  deepEqual(kinds, ["hls", "flv"]);
  playback.stop();
});

Deno.test("a way that says nothing is given up after a while", async () => {
  const { told, open, start } = playing(
    ["flv", "hls"],
    (kind) => kind === "hls" ? "frame" : "nothing",
  );
  const playback = start();
  await until(() => told.length > 0);
  deepEqual(told, ["playing hls"]);
  deepEqual(open, ["hls"]);
  playback.stop();
  deepEqual(open, []);
});

Deno.test("a picture that stands still is fetched anew five times, then it says so", async () => {
  const { told, start, attempts } = playing(["flv"], () => "frame");
  const playback = start(impatient);
  await until(() => told.at(-1) === "failed flv");
  equal(told.filter((one) => one === "stalled flv").length, 5);
  equal(attempts(), 6);
  playback.stop();
});

Deno.test("stalls that are far apart are not in a row", async () => {
  const { video, told, start } = playing(["flv"], () => "frame");
  const playback = start(impatient);
  for (let stalls = 1; stalls <= 7; stalls++) {
    await until(() => told.filter((one) => one === "stalled flv").length === stalls);
    await until(() => told.at(-1) === "playing flv");
    const began = video.currentTime;
    const clock = setInterval(() => video.currentTime++, 1);
    await until(() => video.currentTime > began + 60);
    clearInterval(clock);
  }
  equal(told.includes("failed flv"), false);
  playback.stop();
});

Deno.test("when every way fails at once, it does not try without a pause, nor without end", async () => {
  const { told, start, attempts } = playing(["flv", "hls"], () => "failure");
  const playback = start();
  await until(() => told.at(-1)?.startsWith("failed") ?? false);
  equal(attempts(), 12);
  equal(told.filter((one) => one.startsWith("dropped")).length, 5);
  playback.stop();
});

Deno.test("it starts without sound where the browser asks for a gesture, and says so", async () => {
  const { video, told, start } = playing(["flv"], () => "frame");
  video.allows = "silence";
  let silenced = 0;
  video.addEventListener("silenced", () => silenced++);
  const playback = start();
  await until(() => silenced > 0 && told.length > 0);
  deepEqual([video.muted, video.paused, told], [true, false, ["playing flv"]]);
  playback.stop();
});

Deno.test("where nothing may play without a gesture, it waits for one", async () => {
  const { video, told, start } = playing(["flv"], () => "nothing");
  video.allows = "nothing";
  const playback = start();
  await until(() => told.length > 0);
  deepEqual(told, ["refused flv"]);
  playback.stop();
});

Deno.test("what failed after it was stopped changes nothing", async () => {
  const late: (() => void)[] = [];
  const video = new Video();
  const told: Progress[] = [];
  const playback = new Playback(
    video as unknown as HTMLVideoElement,
    {
      kinds: ["flv"],
      urlOf: () => "",
      isHidden: () => false,
      playOf: () =>
        Promise.resolve((_: unknown, _url: string, failed: () => void) => {
          late.push(failed);
          return { toEdge() {}, stop() {} };
        }),
    },
    (progress) => told.push(progress),
    pace,
  );
  await until(() => late.length === 1);
  playback.stop();
  late[0]!();
  video.dispatchEvent(new Event("loadeddata"));
  deepEqual(told, []);
});
