import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import {
  begun,
  dueOf,
  fell,
  grew,
  secondsOf,
  type Standing,
} from "../../../media/restream/rules.ts";
import {
  restream_again_seconds,
  restream_stall_seconds_max,
  restream_start_seconds_max,
  restream_steady_seconds,
} from "../../../src/limits.ts";

const start_ms = restream_start_seconds_max * 1000;
const stall_ms = restream_stall_seconds_max * 1000;
const steady_ms = restream_steady_seconds * 1000;

Deno.test("what fails is tried again after 2, 4 and 8 seconds, and then given up", () => {
  let standing = begun(0, 0);
  let now = 0;
  const pauses: number[] = [];
  while (standing.state !== "failed") {
    standing = fell(standing, "refused", now);
    if (standing.state !== "waiting") break;
    const { again_ms } = standing;
    equal(dueOf(standing, again_ms - 1), undefined);
    equal(dueOf(standing, again_ms), "start");
    pauses.push((again_ms - now) / 1000);
    now = again_ms;
    standing = begun(standing.tries, now);
  }
  deepEqual(pauses, [2, 4, 8]);
  deepEqual(standing, { state: "failed", tries: 4, reason: "refused" });
  equal(dueOf(standing, now + 1e9), undefined);
});

Deno.test("what never begins is ended, and so is what stops growing", () => {
  const starting = begun(0, 100);
  equal(dueOf(starting, 100 + start_ms), undefined);
  equal(dueOf(starting, 101 + start_ms), "end");
  equal(grew(starting, 0, 200), starting);
  const running = grew(starting, 5, 200);
  equal(dueOf(running, 200 + stall_ms), undefined);
  equal(dueOf(running, 201 + stall_ms), "end");
  // The same figure again is no progress.
  equal(dueOf(grew(running, 5, 4_000), 201 + stall_ms), "end");
  equal(dueOf(grew(running, 6, 4_000), 201 + stall_ms), undefined);
  equal(secondsOf(running, 3_199), 2);
});

Deno.test("what ran steadily has nothing held against it", () => {
  const running = grew(begun(3, 0), 1, 0);
  equal(grew(running, 2, steady_ms - 1).tries, 3);
  equal(grew(running, 2, steady_ms).tries, 0);
  equal(fell(grew(running, 2, steady_ms - 1), "lost", steady_ms).state, "failed");
  equal(fell(grew(running, 2, steady_ms), "lost", steady_ms).state, "waiting");
});

Deno.test("whatever happens: it is never tried sooner than it waited, nor without end", () => {
  const happening = fc.record({
    kind: fc.constantFrom("grow", "fall", "tick"),
    ms: fc.nat({ max: 20_000 }),
  });
  fc.assert(fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
    let standing: Standing = begun(0, 0);
    let now = 0;
    let sent = 0;
    let fallen_ms = -Infinity;
    for (const { kind, ms } of happenings) {
      now += ms;
      const before: Standing = standing;
      const alive = before.state === "starting" || before.state === "running";
      if (kind === "grow") standing = grew(before, ++sent, now);
      if (kind === "fall" && alive) standing = fell(before, "lost", now);
      if (kind === "tick") {
        const due = dueOf(before, now);
        if (due === "start") standing = begun(before.tries, now);
        if (due === "end") standing = fell(before, "stalled", now);
      }
      if (standing.state === "waiting" && before.state !== "waiting") fallen_ms = now;
      if (standing.state === "starting" && before.state === "waiting") {
        ok(now - fallen_ms >= restream_again_seconds[before.tries - 1]! * 1000);
      }
      ok(standing.tries <= restream_again_seconds.length + 1);
      if (before.state === "failed") equal(standing, before);
    }
  }));
});
