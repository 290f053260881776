import { deepEqual, equal, ok } from "node:assert/strict";
import { applyAwarenessUpdate, Awareness, removeAwarenessStates } from "y-protocols/awareness";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { room_state_frame_bytes_max } from "../../../src/limits.ts";
import { type LiveProduct, type LiveShow, LiveState } from "../../../src/room/live_state.ts";

const show = (version: number, notice = ""): LiveShow => ({
  kind: "show",
  version,
  state: "live",
  title: "Show",
  notice,
  featuredProductId: null,
  pinned: null,
  slowModeSeconds: 0,
  signal: "none",
  turn: 0,
});

const product = (id: string, ...versions: number[]): LiveProduct => ({
  kind: "product",
  id,
  name: "Cup",
  position: 0,
  currency: "USD",
  originalPrice: null,
  isNew: false,
  picture: null,
  onSale: true,
  unitsMost: 10,
  variants: versions.map((version, index) => ({
    id: `${id} ${index}`,
    colour: "",
    size: "",
    label: "",
    price: 1000,
    available: 100 - version,
    version,
  })),
});

/** A stock client's awareness. */
class Reader implements Disposable {
  readonly awareness = new Awareness(new Y.Doc());

  hear(frames: readonly Uint8Array[]): void {
    for (const frame of frames) {
      const decoder = decoding.createDecoder(frame);
      equal(decoding.readVarUint(decoder), 1);
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), "test");
    }
  }

  /** Forgets as y-websocket does when it is cut off. */
  forget(): void {
    const { awareness } = this;
    const others = [...awareness.states.keys()].filter((id) => id !== awareness.clientID);
    removeAwarenessStates(awareness, others, "test");
  }

  get states() {
    const { states, clientID } = this.awareness;
    return [...states].filter(([id]) => id !== clientID).map(([, state]) => state);
  }

  [Symbol.dispose](): void {
    this.awareness.destroy();
  }
}

Deno.test("a stock client reads what is told, and only what changed is sent again", () => {
  using reader = new Reader();
  const live = new LiveState();
  live.tell(show(1));
  live.tell(product("a", 1));
  reader.hear(live.takeChanges());
  deepEqual(reader.states, [show(1), product("a", 1)]);

  live.tell(show(1));
  deepEqual(live.takeChanges(), []);
  live.tell(show(2, "Soon"));
  reader.hear(live.takeChanges());
  deepEqual(reader.states, [show(2, "Soon"), product("a", 1)]);

  live.withdraw("a");
  reader.hear(live.takeChanges());
  deepEqual([reader.states, live.products], [[show(2, "Soon")], []]);
});

Deno.test("news that arrives late never shows an older figure", () => {
  const live = new LiveState();
  live.tell(show(5));
  live.tell(product("a", 4, 7));
  live.takeChanges();
  live.tell(show(4, "old"));
  live.tell(product("a", 3, 8));

  using reader = new Reader();
  reader.hear(live.everything());
  deepEqual(reader.states, [show(5), product("a", 4, 8)]);
});

Deno.test("who was cut off and comes back sees everything again", () => {
  using reader = new Reader();
  const live = new LiveState();
  live.tell(show(1));
  reader.hear(live.everything());
  reader.forget();
  deepEqual(reader.states, []);
  reader.hear(live.everything());
  deepEqual(reader.states, [show(1)]);
});

Deno.test("large states travel in several frames", () => {
  const live = new LiveState();
  for (let n = 0; n < 100; n++) live.tell(product(`${n}`, ...Array(10).fill(1)));
  const frames = live.takeChanges();
  ok(frames.every(({ length }) => length < room_state_frame_bytes_max + 2_000));
  using reader = new Reader();
  reader.hear(frames);
  equal(reader.states.length, 100);
});

Deno.test("a room knows its own clients from others'", () => {
  const live = new LiveState();
  live.tell(show(1));
  using reader = new Reader();
  reader.hear(live.everything());
  const { states, clientID } = reader.awareness;
  for (const id of states.keys()) equal(live.owns(id), id !== clientID);
});
