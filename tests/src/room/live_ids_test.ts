import { equal, notEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { freshIds, lastingIds } from "../../../src/room/live_ids.ts";

Deno.test("a room whose sockets outlive it tells each state as the client that it was before", () => {
  const before = lastingIds(7, () => 1_000);
  const keys = ["show", "viewers", "toasts", "product 1", "product 2"];
  const ids = keys.map((key) => before.of(key));
  equal(new Set(ids).size, keys.length);

  const after = lastingIds(7, () => 2_000);
  ok(ids.every((id) => after.owns(id)), "an echo of what was told before is no stranger's");
  keys.toReversed().forEach((key) => equal(after.of(key), ids[keys.indexOf(key)]));
  ok(after.clock() > before.clock());
});

Deno.test("no two states are one client, and no client has more than 53 bits", () => {
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.uniqueArray(fc.string(), { maxLength: 300 }),
    (room, keys) => {
      const ids = lastingIds(room, Date.now);
      const all = keys.map((key) => ids.of(key));
      equal(new Set(all).size, keys.length);
      ok(all.every((id) => Number.isSafeInteger(id) && ids.owns(id)));
    },
  ));
});

Deno.test("a client that was made up elsewhere is not the room's own", () => {
  const ids = lastingIds(7, Date.now);
  for (const id of [0, 7, 2 ** 31, lastingIds(8, Date.now).of("show")]) equal(ids.owns(id), false);
  const fresh = freshIds();
  notEqual(fresh.of("show"), freshIds().of("show"));
  ok(fresh.owns(fresh.of("show")));
  equal(freshIds().owns(fresh.of("show")), false);
});
