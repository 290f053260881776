import { deepEqual, equal } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { uuidv7 } from "uuidv7";
import { objectLog } from "../../../edge/rooms/object_log.ts";
import type { ObjectStorage } from "../../../edge/cloudflare/cloudflare.d.ts";
import type { Database } from "../../../src/platform.ts";
import { ChatDocument, type ChatItem } from "../../../src/room/document.ts";

const showId = uuidv7();
const author = { showId, openingId: uuidv7() };

/** The storage of an object, in memory. */
function storage() {
  const sqlite = new DatabaseSync(":memory:");
  const exec = (text: string, ...values: (string | Uint8Array)[]) => {
    const rows = sqlite.prepare(text).all(...values);
    return { toArray: () => rows };
  };
  const kept = { sql: { exec }, transactionSync: (work: () => void) => work() };
  return { exec, kept: kept as unknown as ObjectStorage, [Symbol.dispose]: () => sqlite.close() };
}

/** An archive that knows a show, or none, and holds no messages. */
const archive = (shows: number) =>
  ({ query: () => Promise.resolve(Array(shows).fill({ archived: null })) }) as unknown as Database;

const item = (n: number): ChatItem => ({ id: uuidv7(), n, name: "Kim", text: `${n}`, at: n });

Deno.test("a log that was made into one update says what it said before", async () => {
  using object = storage();
  const log = objectLog(archive(1), object.kept);
  await log.read(showId);
  const chat = new ChatDocument();
  for (let n = 1; n <= 150; n++) await log.keep(author, chat.author({ add: [item(n)] })!);
  equal((await log.read(showId))!.updates.length, 150);

  await log.compact(showId);
  const { updates } = (await log.read(showId))!;
  equal(updates.length, 1);
  const again = new ChatDocument();
  updates.forEach((update) => again.merge(update));
  deepEqual(again.items, chat.items);
  equal(again.items.length, 100);
});

Deno.test("what is no show leaves nothing in the storage of its object", async () => {
  using object = storage();
  equal(await objectLog(archive(0), object.kept).read(showId), undefined);
  deepEqual(object.exec("select name from sqlite_master").toArray(), []);
});
