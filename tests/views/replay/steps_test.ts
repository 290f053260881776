import { deepEqual, equal } from "node:assert/strict";
import { Steps } from "../../../views/islands/replay/steps.ts";
import { clockTime } from "../../../views/kit/clock_time.ts";

Deno.test("each thing comes once, and goes when somebody goes back", () => {
  const steps = new Steps([0, 3, 3, 7], (second) => second);
  deepEqual(steps.at(0), { passed: [0], ahead: [] });
  deepEqual(steps.at(2.9), { passed: [], ahead: [] });
  deepEqual(steps.at(3), { passed: [3, 3], ahead: [] });
  deepEqual(steps.at(100), { passed: [7], ahead: [] });
  equal(steps.last, 7);
  deepEqual(steps.at(1), { passed: [], ahead: [3, 3, 7] });
  equal(steps.last, 0);
});

Deno.test("before the first of them there is no last", () => {
  const steps = new Steps([5], (second) => second);
  steps.at(4);
  equal(steps.last, undefined);
});

Deno.test("a stretch of time is written as players write it", () => {
  deepEqual([0, 7, 61, 754, 3600, 3723, 36_000].map(clockTime), [
    ...["0:00", "0:07", "1:01", "12:34", "1:00:00", "1:02:03", "10:00:00"],
  ]);
});
