import assert from "node:assert/strict";
import { remembered } from "../../../src/schedule/remembered.ts";

Deno.test("what is told is remembered until it is forgotten", () => {
  const ids = remembered(3);
  ids.add("a");
  assert(ids.has("a"));
  assert(!ids.has("b"));
  ids.forget("a");
  assert(!ids.has("a"));
});

Deno.test("a full memory forgets what it was told first", () => {
  const ids = remembered(3);
  for (const id of ["a", "b", "c", "b", "d"]) ids.add(id);
  assert.deepEqual(["a", "b", "c", "d"].map(ids.has), [false, true, true, true]);
});
