import { deepEqual, equal, rejects } from "node:assert/strict";
import { glance_keys_max, glance_ms } from "../../../src/limits.ts";
import { glance } from "../../../src/outbox/glance.ts";

/** A glance at a clock and a count of commits that the test moves. */
function begun() {
  const world = { now: 0, commits: 0, reads: 0 };
  const look = glance({
    get commits() {
      return world.commits;
    },
  }, () => world.now);
  const read = () => Promise.resolve(++world.reads);
  return { world, look, read };
}

Deno.test("those who look at the same moment share a reading", async () => {
  const { world, look, read } = begun();
  deepEqual(await Promise.all([look("a", read), look("a", read)]), [1, 1]);
  world.now = glance_ms - 1;
  equal(await look("a", read), 1);
  equal(await look("b", read), 2);
  world.now = glance_ms;
  equal(await look("a", read), 3);
});

Deno.test("whoever commits something sees it", async () => {
  const { world, look, read } = begun();
  equal(await look("a", read), 1);
  world.commits++;
  equal(await look("a", read), 2);
});

Deno.test("a reading that began before a commit is not for those who come after it", async () => {
  const { world, look } = begun();
  const first = Promise.withResolvers<string>();
  const reads = [() => first.promise, () => Promise.resolve("after")];
  const before = look("a", () => reads.shift()!());
  world.commits++;
  const after = [look("a", () => reads.shift()!()), look("a", () => reads.shift()!())];
  equal(reads.length, 1);
  first.resolve("before");
  deepEqual(await Promise.all([before, ...after]), ["before", "after", "after"]);
});

Deno.test("a reading that failed is not remembered, and does not stop the next", async () => {
  const { world, look, read } = begun();
  const first = Promise.withResolvers<number>();
  const broken = look("a", () => first.promise);
  world.commits++;
  const next = look("a", read);
  first.reject(new Error("no database"));
  await rejects(broken, /no database/);
  equal(await next, 1);
  await rejects(look("b", () => Promise.reject(new Error("again"))), /again/);
  equal(await look("b", read), 2);
});

Deno.test("what is remembered is bounded", async () => {
  const { look, read } = begun();
  for (let key = 0; key <= glance_keys_max; key++) await look(String(key), read);
  equal(await look("0", read), glance_keys_max + 2);
});
