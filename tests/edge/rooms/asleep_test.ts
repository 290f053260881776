import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { sayAll } from "../../../src/chat/say.ts";
import { inWorker } from "../../support/in_worker.ts";
import { Person } from "../../support/person.ts";
import { RoomReader } from "../../support/room_reader.ts";
import { setScene } from "../../support/scene.ts";

inWorker(
  "a room that has slept knows who was there, and tells them what came meanwhile",
  async ({ shop, database }) => {
    const { showId, shopperIds } = await setScene(database, { stock: [5] });
    await database.query("update shows set state = 'scheduled', started_at = null");
    const kim = await Person.signedIn(shop.origin);
    await using reader = await new RoomReader(shop.origin, showId, kim).synced();
    // Its own awareness, which a stock client repeats, would keep the room awake.
    reader.provider.awareness.setLocalState(null);
    ok("accepted" in await reader.say("before"));
    await reader.reads((reader) => reader.state("product").length === 1);

    const asleep = () => shop.log.filter((line) => line.includes("room.woken")).length;
    await sayAll(database, [{
      personId: shopperIds[0]!,
      requestId: uuidv7(),
      id: uuidv7(),
      showId,
      text: "meanwhile",
    }]);
    await database.query("update shows set title = 'Another', version = version + 1");
    await reader.reads(() => asleep() > 0);
    await reader.reads(({ texts }) => texts.includes("meanwhile"));
    await reader.reads((reader) => reader.state("show")[0]?.title === "Another");

    ok("accepted" in await reader.say("after"));
    await reader.reads(({ texts }) => texts.length === 3);
    deepEqual(reader.texts, ["before", "meanwhile", "after"]);
    deepEqual(reader.closed, []);
    equal(reader.doc.getArray("chat").length, 3, "no message stands twice");
    equal(reader.state("show").length, 1, "the states are told as the clients that they were");
    equal(reader.state("product").length, 1);
  },
);

inWorker("those who wait for a show hear something before they hang up", async (at) => {
  const { shop, database } = at;
  const { showId } = await setScene(database, { stock: [] });
  await database.query("update shows set state = 'scheduled', started_at = null");
  await using reader = await new RoomReader(shop.origin, showId).synced();
  await reader.reads((reader) => reader.state("show").length === 1);
  const told = () => reader.provider.wsLastMessageReceived;
  // A stock client hangs up after 30 seconds without a message.
  for (let times = 0; times < 2; times++) {
    const before = told();
    await reader.reads(() => told() > before);
  }
  deepEqual(reader.closed, []);
});
