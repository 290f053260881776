import { deepEqual, equal } from "node:assert/strict";
import { inProcess } from "../../../edge/redis/in_process.ts";
import { eachDatabase } from "../../support/databases.ts";
import { RoomsProcess, setHall } from "../../support/in_room.ts";
import { RoomPeer } from "../../support/room_peer.ts";

eachDatabase("viewers are counted over processes, and told by awareness", async (database) => {
  const { showId } = await setHall(database);
  const redis = inProcess(Date.now);
  await using one = new RoomsProcess(database, { redis });
  await using other = new RoomsProcess(database, { redis });
  using mina = new RoomPeer(one, showId, undefined, "mina");
  using minasPhone = new RoomPeer(other, showId, undefined, "mina");
  using june = new RoomPeer(other, showId, undefined, "june");
  const counted = (now: number) => (peer: RoomPeer) => peer.state("viewers")[0]?.now === now;
  for (const peer of [mina, minasPhone, june]) await peer.until(counted(2));
  using stranger = new RoomPeer(one, showId);
  for (const peer of [mina, minasPhone, june, stranger]) await peer.until(counted(3));
  equal(june.state("viewers").length, 1);

  await other.close();
  await mina.until(counted(2));
  const peak = () => database.query("select viewers_peak from shows where id = $1", [showId]);
  deepEqual(await peak(), [{ viewers_peak: 3 }]);
});

eachDatabase("what another process says is sent once, though it comes twice", async (database) => {
  const hall = await setHall(database, 2);
  const redis = inProcess(Date.now);
  await using one = new RoomsProcess(database, { redis });
  await using other = new RoomsProcess(database, { redis });
  using kim = await new RoomPeer(one, hall.showId, hall.people[0]).until(({ synced }) => synced);
  using guest = await new RoomPeer(other, hall.showId).until(({ synced }) => synced);
  let updates = 0;
  const send = guest.send.bind(guest);
  guest.send = (frame) => {
    if (frame[0] === 0) updates++;
    send(frame);
  };
  for (const text of ["one", "two"]) {
    kim.say(text);
    await guest.until(({ texts }) => texts.includes(text));
  }
  // By the outbox it has come, too, when what was committed later has.
  await database.query("update shows set title = 'Later', version = version + 1");
  await database.query(
    "insert into outbox (topic, subject, body) values ('show', $1, '{}')",
    [hall.showId],
  );
  other["given"].news.hurry();
  await guest.until((peer) => peer.state("show")[0]?.title === "Later");
  equal(updates, 2);
});
