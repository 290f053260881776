import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { inWorker } from "../../support/in_worker.ts";
import { Person } from "../../support/person.ts";
import { RawSocket } from "../../support/raw_socket.ts";
import { RoomReader } from "../../support/room_reader.ts";
import { setScene } from "../../support/scene.ts";

// Two fit into an object: seven take the show's own and three that relay it.
const env = { ROOM_PEERS_PER_OBJECT: "2" };
const peers = 7;

inWorker("a room with more sockets than an object carries is one room", async (at) => {
  const { shop, database } = at;
  const { showId, variantIds } = await setScene(database, { stock: [5] });
  const people = await Promise.all(
    Array.from({ length: peers }, () => Person.signedIn(shop.origin)),
  );
  const readers: RoomReader[] = [];
  for (const person of people) {
    readers.push(await new RoomReader(shop.origin, showId, person).synced());
  }
  equal(new Set(shop.log.filter((line) => line.includes("relay.begun"))).size, 3);

  for (const [n, reader] of readers.entries()) ok("accepted" in await reader.say(`by ${n}`));
  await people[0]!.post(`/api/shows/${showId}/messages`, { id: uuidv7(), text: "by API" });
  await people[0]!.post("/api/holds", { variantId: variantIds[0], quantity: 2 });
  const said = [...readers.keys().map((n) => `by ${n}`), "by API"];
  for (const reader of readers) {
    await reader.reads(({ texts }) => texts.length === said.length);
    deepEqual(reader.texts, said);
    await reader.reads((reader) => reader.state("viewers")[0]?.now === peers);
    await reader.reads((reader) => reader.state("product")[0]?.variants[0]?.available === 3);
    equal(reader.state("show").length, 1);
    deepEqual(reader.doc.getArray("chat").toJSON(), readers[0]!.doc.getArray("chat").toJSON());
  }

  await people[5]!.post("/sign-out");
  await readers[5]!.reads(({ closed }) => closed.includes(4401));
  await using hostile = new RawSocket(shop.origin, showId, { person: people[4] });
  await hostile.open;
  hostile.send("text");
  equal(await hostile.closed, 4400);
  deepEqual(readers[6]!.closed, []);

  await shop.restart();
  await readers[6]!.sayForSure("after");
  const there = readers.filter((_, n) => n !== 5);
  for (const reader of there) await reader.reads(({ texts }) => texts.at(-1) === "after");
  for (const reader of readers) await reader[Symbol.asyncDispose]();
}, env);
