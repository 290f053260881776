import assert from "node:assert/strict";
import { nextMoment } from "../../../edge/scheduler/cron.ts";

function next(expression: string, after: string): string | undefined {
  const moment = nextMoment(expression, Date.parse(after));
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

Deno.test("a cron names moments in UTC", () => {
  assert.equal(next("* * * * *", "2026-11-21T09:00:30Z"), "2026-11-21T09:01:00.000Z");
  assert.equal(next("0 4 * * 1", "2026-11-21T09:00:00Z"), "2026-11-23T04:00:00.000Z");
});

Deno.test("the moment itself is not the next one", () => {
  assert.equal(next("* * * * *", "2026-11-21T09:01:00Z"), "2026-11-21T09:02:00.000Z");
});

Deno.test("a prefix names another zone, its summer time included", () => {
  const daily = "CRON_TZ=America/New_York 30 9 * * *";
  assert.equal(next(daily, "2026-03-07T15:00:00Z"), "2026-03-08T13:30:00.000Z");
  assert.equal(next(daily, "2026-03-06T15:00:00Z"), "2026-03-07T14:30:00.000Z");
});

Deno.test("what names no moment names none", () => {
  for (const bad of ["", "x", "* * * *", "60 * * * *", "0 0 30 2 *", "CRON_TZ=Mars * * * * *"]) {
    assert.equal(next(bad, "2026-11-21T09:00:00Z"), undefined, bad);
  }
});
