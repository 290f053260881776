import { equal } from "node:assert/strict";
import fc from "fast-check";
import { momentOf, wallClock } from "../../../src/desk/moments.ts";

Deno.test("a wall clock's time is a moment of its zone", () => {
  equal(momentOf("2026-11-21T20:00", "Asia/Seoul"), "2026-11-21T11:00:00.000Z");
  equal(momentOf("2026-11-21T20:00:30", "Asia/Seoul"), "2026-11-21T11:00:30.000Z");
  equal(momentOf("2026-07-01T00:00", "America/Los_Angeles"), "2026-07-01T07:00:00.000Z");
});

Deno.test("of a time that is shown twice it is the first, of one that is skipped the next", () => {
  equal(momentOf("2026-11-01T01:30", "America/New_York"), "2026-11-01T05:30:00.000Z");
  equal(momentOf("2026-03-08T02:30", "America/New_York"), "2026-03-08T07:30:00.000Z");
});

Deno.test("what is no time is none", () => {
  for (
    const wall of [
      "",
      "tomorrow",
      "2026-02-30T10:00",
      "2026-11-21",
      "2026-11-21T25:00",
      "0001-01-01T00:00",
      "99999-01-01T00:00",
    ]
  ) {
    equal(momentOf(wall, "Asia/Seoul"), undefined, wall);
  }
});

Deno.test("a moment that a clock shows is read back from it", () => {
  const minute = fc.integer({ min: 946_771_200, max: 4_102_444_800 }).map((seconds) =>
    new Date(Math.floor(seconds / 60) * 60_000).toISOString()
  );
  fc.assert(fc.property(minute, (moment) => {
    equal(momentOf(wallClock(moment, "Asia/Seoul"), "Asia/Seoul"), moment);
  }));
});
