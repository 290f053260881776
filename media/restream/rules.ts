import {
  restream_again_seconds,
  restream_stall_seconds_max,
  restream_start_seconds_max,
  restream_steady_seconds,
} from "../../src/limits.ts";
import type { Reason } from "../../src/restreams/door.ts";

/**
 * How it stands with sending a show to one target. `tries` counts the failures in a row; moments are
 * milliseconds of one clock that only goes forward.
 */
export type Standing =
  | { readonly state: "starting"; readonly tries: number; readonly since_ms: number }
  | {
    readonly state: "running";
    readonly tries: number;
    readonly since_ms: number;
    /** What has been sent so far, in any unit that only grows. */
    readonly sent: number;
    /** When it last was more than before. */
    readonly grown_ms: number;
  }
  | {
    readonly state: "waiting";
    readonly tries: number;
    readonly reason: Reason;
    readonly again_ms: number;
  }
  | { readonly state: "failed"; readonly tries: number; readonly reason: Reason };

export function begun(tries: number, now_ms: number): Standing {
  return { state: "starting", tries, since_ms: now_ms };
}

/** Something arrived. What runs steadily has nothing held against it any more. */
export function grew(standing: Standing, sent: number, now_ms: number): Standing {
  if (standing.state === "starting") {
    if (sent <= 0) return standing;
    const { tries } = standing;
    return { state: "running", tries, since_ms: now_ms, sent, grown_ms: now_ms };
  }
  if (standing.state !== "running" || sent <= standing.sent) return standing;
  const steady = now_ms - standing.since_ms >= restream_steady_seconds * 1000;
  return { ...standing, tries: steady ? 0 : standing.tries, sent, grown_ms: now_ms };
}

/** It ended, or was ended. It is tried again after a while, and given up when that was tried. */
export function fell(standing: Standing, reason: Reason, now_ms: number): Standing {
  const pause_seconds = restream_again_seconds[standing.tries];
  const tries = standing.tries + 1;
  if (pause_seconds === undefined) return { state: "failed", tries, reason };
  return { state: "waiting", tries, reason, again_ms: now_ms + pause_seconds * 1000 };
}

/** What is to be done about it now: begin, or end what shows no progress. */
export function dueOf(standing: Standing, now_ms: number): "start" | "end" | undefined {
  switch (standing.state) {
    case "waiting":
      return now_ms >= standing.again_ms ? "start" : undefined;
    case "starting":
      return isOver(standing.since_ms, restream_start_seconds_max, now_ms) ? "end" : undefined;
    case "running":
      return isOver(standing.grown_ms, restream_stall_seconds_max, now_ms) ? "end" : undefined;
    case "failed":
      return undefined;
  }
}

/** For how long it has been running without a break. */
export function secondsOf(standing: Standing, now_ms: number): number {
  if (standing.state !== "running") return 0;
  return Math.floor((now_ms - standing.since_ms) / 1000);
}

function isOver(since_ms: number, seconds: number, now_ms: number) {
  return now_ms - since_ms > seconds * 1000;
}
