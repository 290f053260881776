import assert from "node:assert/strict";
import { alarm } from "../../../edge/scheduler/alarm.ts";

const forever = 2 ** 31 - 1;

Deno.test("a rest ends by itself", async () => {
  await alarm().rest(1);
});

Deno.test("a wake cuts the rest that is under way", async () => {
  const { wake, rest } = alarm();
  const rested = rest(forever);
  wake();
  await rested;
});

Deno.test("a wake that comes too early cuts the next rest, and that one alone", async () => {
  const { wake, rest } = alarm();
  wake();
  wake();
  await rest(forever);
  let rested = false;
  const next = rest(forever).then(() => rested = true);
  await Promise.resolve();
  assert.equal(rested, false);
  wake();
  await next;
});
