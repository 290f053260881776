import { deepEqual, equal } from "node:assert/strict";
import { rate_counted_max } from "../../../src/limits.ts";
import { Minute } from "../../../src/rate/minute.ts";

Deno.test("a count is forgotten as the next minute of the clock begins", () => {
  let now = 120_000;
  const minute = new Minute(() => now);
  const counts = ["a", "a", "b", "a"].map((name) => minute.count(name));
  deepEqual(counts, [1, 2, 1, 3]);
  equal(minute.left, 60_000);
  now = 179_999;
  equal(minute.count("a"), 4);
  equal(minute.left, 1);
  now = 180_000;
  equal(minute.count("a"), 1);
});

Deno.test("a clock that is set back holds nobody up for longer than a minute", () => {
  let now = 600_000;
  const minute = new Minute(() => now);
  minute.count("a");
  now = 60_000;
  equal(minute.count("a"), 1);
});

Deno.test("whoever invents names without end gets no new count for each, and nobody loses theirs", () => {
  const minute = new Minute(() => 0);
  for (let name = 0; name < rate_counted_max; name++) minute.count(`${name}`);
  deepEqual(["new", "newer", "newest"].map((name) => minute.count(name)), [1, 2, 3]);
  equal(minute.count("7"), 2);
});
