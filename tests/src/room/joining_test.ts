import { deepEqual, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { messages_on_joining } from "../../../src/limits.ts";
import { ChatDocument, type ChatItem } from "../../../src/room/document.ts";
import { LiveState } from "../../../src/room/live_state.ts";
import { missingFrame } from "../../../src/room/protocol.ts";

const joining_bytes_max = 64 * 1024;

Deno.test("after 100,000 messages and as many changes of stock joining is small", () => {
  const chat = new ChatDocument();
  for (let n = 1; n <= 100_000; n++) {
    chat.author({
      add: [{
        id: uuidv7(),
        n,
        name: "Kim",
        text: "x".repeat(120),
        at: 1_795_219_200,
      }],
    });
  }
  const live = new LiveState();
  for (let change = 0; change < 100_000; change++) {
    live.tell({
      kind: "product",
      id: `product ${change % 20}`,
      name: "Cup",
      position: 0,
      currency: "USD",
      originalPrice: null,
      isNew: false,
      picture: null,
      onSale: true,
      unitsMost: 10,
      variants: Array.from({ length: 3 }, (_, variant) => ({
        id: `variant ${variant}`,
        colour: "",
        size: "",
        label: "",
        price: 1000,
        available: change,
        version: change,
      })),
    });
    live.takeChanges();
  }
  const frames = [missingFrame(chat.missing()), ...live.everything()];
  const size = frames.reduce((sum, { length }) => sum + length, 0);
  ok(size <= joining_bytes_max, `${size} bytes`);
  // All that is told is what stands: nothing of what was before.
  const plain = JSON.stringify(chat.items).length;
  ok(chat.missing().length < plain + 500, `${chat.missing().length} bytes for ${plain}`);

  const reader = new Y.Doc();
  Y.applyUpdate(reader, chat.missing());
  deepEqual(reader.getArray<ChatItem>("chat").toArray(), chat.items);
  ok(chat.items.length === messages_on_joining);
});
