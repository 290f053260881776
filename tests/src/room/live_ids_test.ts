import { equal, notEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import * as decoding from "lib0/decoding";
import { applyAwarenessUpdate, Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { type Live, LiveState } from "../../../src/room/live_state.ts";
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

Deno.test("who moves between those who tell a room is told what is newer, however often it was told", () => {
  let now = 1_000;
  const [room, relay] = [1, 2].map(() => new LiveState(lastingIds(7, () => now)));
  const show = (version: number): Live => ({
    ...{ kind: "show", version, state: "live", title: "", notice: "" },
    ...{ featuredProductId: null, pinned: null, slowModeSeconds: 0 },
    ...{ signal: "none" as const, turn: 0 },
  });
  const awareness = new Awareness(new Y.Doc());
  const hear = (frames: readonly Uint8Array[]) =>
    frames.forEach((frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), "room");
    });
  const version = () => [...awareness.getStates().values()].map(({ version }) => version).at(-1);

  room!.tell(show(1));
  for (let times = 0; times < 50; times++) hear(room!.everything());
  now += 100;
  relay!.tell(show(2));
  hear(relay!.everything());
  equal(version(), 2);
  now += 100;
  room!.tell(show(3));
  hear(room!.takeChanges());
  equal(version(), 3);
  awareness.destroy();
});
