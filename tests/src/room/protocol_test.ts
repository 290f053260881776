import { deepEqual, equal } from "node:assert/strict";
import * as encoding from "lib0/encoding";
import { Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { writeSyncStep1, writeSyncStep2, writeUpdate } from "y-protocols/sync";
import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { room_frame_bytes_max } from "../../../src/limits.ts";
import { read } from "../../../src/room/protocol.ts";

const frame = (type: number, write: (encoder: encoding.Encoder) => void) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    write(encoder);
  });

const intent = (what: unknown) =>
  frame(64, (encoder) => encoding.writeVarString(encoder, JSON.stringify(what)));

Deno.test("what a stock client sends is understood", () => {
  const doc = new Y.Doc();
  deepEqual(read(frame(0, (encoder) => writeSyncStep1(encoder, doc))), {
    kind: "sync",
    stateVector: Y.encodeStateVector(doc),
  });
  deepEqual(read(frame(0, (encoder) => writeSyncStep2(encoder, doc))), { kind: "nothing" });
  deepEqual(read(frame(3, () => {})), { kind: "queryAwareness" });

  const awareness = new Awareness(doc);
  const update = encodeAwarenessUpdate(awareness, [doc.clientID]);
  awareness.destroy();
  deepEqual(read(frame(1, (encoder) => encoding.writeVarUint8Array(encoder, update))), {
    kind: "awareness",
    clientIds: [doc.clientID],
  });
});

Deno.test("an intent carries its id and what is to be said", () => {
  const id = uuidv7();
  deepEqual(read(intent({ id, say: "hi" })), { kind: "intent", intent: { id, say: "hi" } });
  for (const wrong of [{ id }, { id, say: 1 }, { id: "1", say: "hi" }, { id, say: "", a: 1 }, 0]) {
    deepEqual(read(intent(wrong)), { kind: "unwelcome", reason: "malformed" });
  }
});

Deno.test("a client that has something for the document is not welcome", () => {
  const doc = new Y.Doc();
  doc.getArray("chat").push([1]);
  for (
    const write of [
      (encoder: encoding.Encoder) => writeSyncStep2(encoder, doc),
      (encoder: encoding.Encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc)),
      (encoder: encoding.Encoder) => writeUpdate(encoder, Y.encodeStateAsUpdateV2(doc)),
    ]
  ) {
    deepEqual(read(frame(0, write)), { kind: "unwelcome", reason: "foreign" });
  }
});

Deno.test("a frame may be so large and not a byte larger", () => {
  const padded = (bytes: number) => {
    const whole = new Uint8Array(bytes);
    whole[0] = 3;
    return read(whole);
  };
  deepEqual(padded(room_frame_bytes_max), { kind: "unwelcome", reason: "malformed" });
  deepEqual(padded(room_frame_bytes_max + 1), { kind: "unwelcome", reason: "tooLarge" });
  equal(padded(1).kind, "queryAwareness");
});
