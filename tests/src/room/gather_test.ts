import { deepEqual, equal, ok } from "node:assert/strict";
import { Pace } from "../../../src/room/gather.ts";

const rest = (ms: number) => new Promise((rested) => setTimeout(rested, ms));

Deno.test("the first is done at once, those that follow together", async () => {
  let asked = 0;
  const done: number[] = [];
  const pace = new Pace(() => done.push(asked), 20);
  for (asked = 1; asked <= 3; asked++) pace.ask();
  deepEqual(done, [1]);
  await rest(30);
  deepEqual(done, [1, 4]);
  pace.stop();
});

Deno.test("one that comes late does not make the next one late", async () => {
  const began: number[] = [];
  const first = performance.now();
  const pace = new Pace(() => began.push(performance.now() - first), 200);
  pace.ask();
  await rest(300);
  pace.ask();
  pace.ask();
  await rest(150);
  pace.stop();
  equal(began.length, 3);
  ok(began[2]! < 450, `the third began after ${began[2]} ms, and would have after 500`);
});

Deno.test("work is never done twice at the same time", async () => {
  let [under, most, times] = [0, 0, 0];
  const pace = new Pace(async () => {
    most = Math.max(most, ++under);
    await rest(5);
    under--;
    times++;
  }, 1);
  for (let n = 0; n < 20; n++) {
    pace.ask();
    await rest(1);
  }
  await rest(20);
  pace.stop();
  equal(most, 1);
  ok(times < 20, `${times} times`);
});

Deno.test("nothing is done any more once it is stopped", async () => {
  let times = 0;
  const pace = new Pace(() => times++, 1_000);
  pace.ask();
  pace.ask();
  pace.stop();
  pace.ask();
  await rest(5);
  equal(times, 1);
});
