import assert from "node:assert/strict";
import { durationSeconds } from "../../../edge/scheduler/duration.ts";

Deno.test("durations are read as QStash writes them", () => {
  assert.equal(durationSeconds("0s"), 0);
  assert.equal(durationSeconds("90s"), 90);
  assert.equal(durationSeconds("5m"), 300);
  assert.equal(durationSeconds("7d"), 604_800);
  assert.equal(durationSeconds("1d2h3m4s"), 93_784);
});

Deno.test("what is no duration is none", () => {
  for (
    const text of ["", "s", "5", "-5s", "1.5s", "5 s", "5w", "5s ", "1e9s", "9".repeat(10) + "s"]
  ) {
    assert.equal(durationSeconds(text), undefined, text);
  }
});
