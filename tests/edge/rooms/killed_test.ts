import { deepEqual, equal, ok } from "node:assert/strict";
import { inWorker } from "../../support/in_worker.ts";
import { Person } from "../../support/person.ts";
import { RoomReader } from "../../support/room_reader.ts";
import { setScene } from "../../support/scene.ts";

const talkers = 6;
const words = 18;
/** How many acknowledgements the process lives to give, each time. */
const lives = [15, 30, 25];

inWorker("a process killed while people talk keeps what it acknowledged", async (at) => {
  const { shop, database } = at;
  const { showId } = await setScene(database, { stock: [] });
  const people = await Promise.all(
    Array.from({ length: talkers }, () => Person.signedIn(shop.origin)),
  );
  const readers = people.map((person) => new RoomReader(shop.origin, showId, person));
  const acknowledged = new Map<string, number>();
  let reach = 0;
  let reached = () => {};
  const talking = Promise.all(readers.map(async (reader, who) => {
    for (let word = 0; word < words; word++) {
      const answer = await reader.sayForSure(`${who} ${word}`);
      ok("accepted" in answer, JSON.stringify(answer));
      acknowledged.set(answer.id, answer.accepted.n!);
      if (acknowledged.size >= reach) reached();
    }
  }));
  for (const life of lives) {
    reach = acknowledged.size + life;
    await new Promise<void>((enough) => reached = enough);
    await shop.restart();
  }
  await talking;

  await using fresh = await new RoomReader(shop.origin, showId).synced();
  const last = Math.max(...acknowledged.values());
  for (const reader of [fresh, ...readers]) {
    await reader.reads(({ chat }) => chat.at(-1)?.n === last);
    deepEqual(reader.chat.slice(-100), fresh.chat);
    equal(reader.doc.getArray("chat").length, 100, "the room went on with the document it had");
  }
  for (const reader of readers) await reader[Symbol.asyncDispose]();

  const archive = await database.query<{ id: string; n: number; text: string }>(
    "select id, place::int as n, text from messages order by place",
  );
  equal(archive.length, talkers * words);
  equal(new Set(archive.map(({ text }) => text)).size, archive.length);
  deepEqual(archive.map(({ id, n }) => [id, n]), [...acknowledged].sort(([, n], [, m]) => n - m));
  deepEqual(fresh.chat.map(({ id }) => id), archive.slice(-100).map(({ id }) => id));
});
