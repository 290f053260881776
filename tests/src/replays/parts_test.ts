import { deepEqual } from "node:assert/strict";
import { partsOf, secondOf } from "../../../src/replays/parts.ts";

const recording = (file: string, from: string, to: string) => ({
  file,
  beganAt: `2026-11-21T03:${from}.000Z`,
  endedAt: `2026-11-21T03:${to}.000Z`,
});

Deno.test("each recording that browsers play is a part, with all that was said until the next", () => {
  const parts = partsOf([
    recording("a.mp4", "00:10", "10:10"),
    recording("b.flv", "11:00", "12:00"),
    recording("c.mp4", "20:00", "20:30"),
  ]);
  deepEqual(parts.map(({ file, seconds, from, until }) => [file, seconds, from, until]), [
    ["a.mp4", 600, null, "2026-11-21T03:20:00.000Z"],
    ["c.mp4", 30, "2026-11-21T03:20:00.000Z", null],
  ]);
  const [first] = partsOf([recording("a.mp4", "00:10", "10:10")]);
  deepEqual(
    ["2026-11-21T03:00:00.000Z", "2026-11-21T03:00:11.900Z", "2026-11-21T03:05:10.000Z"]
      .map((at) => secondOf(first!, at)),
    [0, 1, 300],
  );
});
