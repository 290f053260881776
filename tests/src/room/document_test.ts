import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { messages_on_joining } from "../../../src/limits.ts";
import { ChatDocument, type ChatItem } from "../../../src/room/document.ts";

const item = (n: number, id = `${n}`, text = `message ${n}`): ChatItem => ({
  id,
  n,
  name: "Kim",
  text,
  at: 1_795_219_200,
});

const places = (chat: ChatDocument) => chat.items.map(({ n }) => n);
const upTo = (last: number, count: number) =>
  Array.from({ length: count }, (_, index) => last - count + 1 + index);

Deno.test("a chat keeps the last hundred messages, in the archive's order", () => {
  const chat = new ChatDocument();
  chat.author({ add: [item(2), item(1)] });
  deepEqual(places(chat), [1, 2]);
  for (let n = 3; n <= 150; n++) chat.author({ add: [item(n)] });
  deepEqual(places(chat), upTo(150, messages_on_joining));
  equal(chat.isPast(50), true);
  equal(chat.isPast(151), false);
  equal(chat.author({ add: [item(150)] }), undefined);
  equal(chat.author({ add: [item(3)] }), undefined);
});

Deno.test("what is taken away is gone for everybody, and stays away", () => {
  const [one, other] = [new ChatDocument(), new ChatDocument()];
  other.merge(one.author({ add: [item(1), item(2)] })!);
  one.merge(other.author({ remove: ["1"] })!);
  deepEqual([places(one), places(other)], [[2], [2]]);
  equal(one.author({ remove: ["1"] }), undefined);
});

Deno.test("updates may come in any order, and twice", () => {
  const author = new ChatDocument();
  const updates = upTo(120, 120).map((n) => author.author({ add: [item(n)] })!);
  const reader = new ChatDocument();
  for (const update of [...updates.toReversed(), ...updates]) reader.merge(update);
  for (const update of updates) deepEqual(reader.merge(update), []);
  deepEqual(reader.items, author.items);
});

Deno.test("what two authored at once is read once, and tidied by either to the same", () => {
  const docs = [new ChatDocument(), new ChatDocument(), new ChatDocument()];
  const updates = docs.map((doc) => doc.author({ add: [item(1), item(2, uuidv7())] })!);
  for (const doc of docs) updates.forEach((update) => doc.merge(update));
  for (const doc of docs) equal(doc.items.length, 4);
  equal(docs[0]!.isUntidy, true);

  const tidied = docs.map((doc) => doc.author({})!);
  for (const doc of docs) tidied.forEach((update) => doc.merge(update));
  for (const doc of docs) {
    equal(doc.isUntidy, false);
    deepEqual(doc.items, docs[0]!.items);
  }
});

Deno.test("who was away gets what they missed and no more", () => {
  const author = new ChatDocument();
  for (const n of upTo(100, 100)) author.author({ add: [item(n)] });
  const reader = new Y.Doc();
  Y.applyUpdate(reader, author.missing());
  for (const n of upTo(105, 5)) author.author({ add: [item(n)] });
  const missed = author.missing(Y.encodeStateVector(reader));
  Y.applyUpdate(reader, missed);
  deepEqual(
    new Set(reader.getArray<ChatItem>("chat").toArray().map(({ n }) => n)),
    new Set(upTo(105, 100)),
  );
  ok(missed.length * 10 < author.missing().length, `${missed.length} bytes`);
});

Deno.test("several authors who take turns leave no trace of each turn", () => {
  const docs = [new ChatDocument(), new ChatDocument(), new ChatDocument()];
  for (let n = 1; n <= 20_000; n++) {
    // One of them speaks seldom: all that it said has been pushed out when it speaks again.
    const author = docs[n % 400 === 0 ? 2 : n % 2]!;
    const update = author.author({ add: [item(n, uuidv7())] })!;
    for (const doc of docs) if (doc !== author) doc.merge(update);
  }
  deepEqual(docs[1]!.items, docs[0]!.items);
  deepEqual(docs[2]!.items, docs[0]!.items);
  const plain = JSON.stringify(docs[0]!.items).length;
  const { length } = docs[2]!.missing();
  ok(length < plain + 2_000, `${length} bytes for ${plain}`);
});

Deno.test("a room opened two hundred times is still small", () => {
  let stored = new Uint8Array([0, 0]);
  let n = 0;
  for (let opening = 0; opening < 200; opening++) {
    const chat = new ChatDocument();
    chat.merge(stored);
    for (let said = 0; said < 40; said++) chat.author({ add: [item(++n, uuidv7())] });
    stored = new Uint8Array(chat.missing());
  }
  ok(stored.length < 32_000, `${stored.length} bytes`);
});
