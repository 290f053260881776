import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { sayAll } from "../../../src/chat/say.ts";
import { room_idle_seconds } from "../../../src/limits.ts";
import type { Database } from "../../../src/platform.ts";
import { eachDatabase } from "../../support/databases.ts";
import { type Hall, RoomsProcess, setHall } from "../../support/in_room.ts";
import { RoomPeer } from "../../support/room_peer.ts";

const utterance = ({ showId, people: [person] }: Hall, text: string, id = uuidv7()) => ({
  personId: person!.id,
  requestId: id,
  id,
  showId,
  text,
});

/** A database that can be told to stall or break what stores updates. */
function withFaults(database: Database, before: () => Promise<void>): Database {
  return {
    ...database,
    async query(text, parameters, options) {
      if (options?.name === "store_room_update") await before();
      return await database.query(text, parameters, options);
    },
  };
}

eachDatabase("what is said is shown to all, and acknowledged with its place", async (database) => {
  const hall = await setHall(database);
  await using rooms = new RoomsProcess(database);
  using guest = new RoomPeer(rooms, hall.showId);
  using kim = new RoomPeer(rooms, hall.showId, hall.people[0]);
  const id = kim.say("hello");
  await kim.until(({ answers }) => answers.length === 1);
  await guest.until(({ texts }) => texts.includes("hello"));
  deepEqual(kim.answers, [{ id, accepted: { n: guest.chat[0]!.n } }]);
  equal(guest.answers.length, 0);

  kim.say("hello", id);
  await kim.until(({ answers }) => answers.length === 2);
  deepEqual(kim.answers[1], kim.answers[0]);
  deepEqual(guest.texts, ["hello"]);
});

eachDatabase("nobody is shown what is not stored, however they ask", async (database) => {
  const hall = await setHall(database);
  let [store, storing] = [() => {}, () => {}];
  const mayStore = new Promise<void>((may) => store = may);
  const isStoring = new Promise<void>((is) => storing = is);
  await using rooms = new RoomsProcess(withFaults(database, () => {
    storing();
    return mayStore;
  }));
  using guest = await new RoomPeer(rooms, hall.showId).until(({ synced }) => synced);
  using kim = new RoomPeer(rooms, hall.showId, hall.people[0]);
  await kim.until(({ synced }) => synced);
  kim.say("hello");
  await isStoring;
  using late = new RoomPeer(rooms, hall.showId);
  await new Promise((rested) => setTimeout(rested, 100));
  deepEqual([guest.texts, late.synced, kim.answers.length], [[], false, 0]);
  store();
  for (const peer of [guest, late]) await peer.until(({ texts }) => texts.length === 1);
  await kim.until(({ answers }) => answers.length === 1);
});

eachDatabase(
  "a room that cannot store lets all go, and opens anew without loss",
  async (database) => {
    const hall = await setHall(database);
    let broken = true;
    await using rooms = new RoomsProcess(withFaults(database, () => {
      return broken ? Promise.reject(new Error("no disk")) : Promise.resolve();
    }));
    using guest = await new RoomPeer(rooms, hall.showId).until(({ synced }) => synced);
    await rejects(rooms.say(utterance(hall, "archived")), /no disk/);
    deepEqual([guest.texts, guest.closed], [[], 4503]);
    broken = false;
    using again = new RoomPeer(rooms, hall.showId);
    await again.until(({ texts }) => texts.includes("archived"));
  },
);

eachDatabase("what a crash left in the archive alone is shown, once", async (database) => {
  const hall = await setHall(database);
  await using rooms = new RoomsProcess(database);
  await using other = new RoomsProcess(database);
  using here = await new RoomPeer(rooms, hall.showId).until(({ synced }) => synced);
  using there = await new RoomPeer(other, hall.showId).until(({ synced }) => synced);
  await sayAll(database, [utterance(hall, "orphan")]);
  for (const peer of [here, there]) await peer.until(({ texts }) => texts.includes("orphan"));

  await database.query("update messages set created_at = now() - interval '1 minute'");
  await using later = new RoomsProcess(database);
  using reader = new RoomPeer(later, hall.showId);
  await reader.until(({ texts }) => texts.includes("orphan"));
  await here.until(({ doc }) => doc.getArray("chat").length === 1);
});

eachDatabase("what is announced or released is shown by whoever hears of it", async (database) => {
  const hall = await setHall(database);
  const stands = Date.now();
  // Their clocks stand still, so nobody ever waits long enough to show what another should have.
  await using one = new RoomsProcess(database, { now: () => stands });
  await using other = new RoomsProcess(database, { now: () => stands });
  using here = await new RoomPeer(one, hall.showId).until(({ synced }) => synced);
  using there = await new RoomPeer(other, hall.showId).until(({ synced }) => synced);
  const id = uuidv7();
  await database.query(
    `with announced as (
       insert into messages (id, show_id, person_id, text, kind)
       values ($1, $2, $3, 'Soon', 'announced')
     )
     insert into outbox (topic, subject, body)
     values ('message', $2, jsonb_build_object('id', $1::uuid, 'anyone', true))`,
    [id, hall.showId, hall.people[0]!.id],
  );
  for (const peer of [here, there]) await peer.until(({ texts }) => texts.includes("Soon"));
  equal(here.chat[0]!.kind, "announced");
  for (const peer of [here, there]) {
    await peer.until(({ doc }) => doc.getArray("chat").length === 1);
    deepEqual(peer.texts, ["Soon"]);
  }
});

eachDatabase("processes converge by the outbox alone", async (database) => {
  const hall = await setHall(database, 3);
  const processes = [1, 2, 3].map(() => new RoomsProcess(database));
  const peers = processes.map((rooms, n) => new RoomPeer(rooms, hall.showId, hall.people[n]));
  for (const peer of peers) await peer.until(({ synced }) => synced);
  for (let round = 0; round < 15; round++) {
    peers.forEach((peer, n) => peer.say(`${n} ${round}`));
    await Promise.all(peers.map((peer) => peer.until(({ answers }) => answers.length > round)));
  }
  for (const peer of peers) await peer.until(({ chat }) => chat.length === 45);
  const archive = await database.query<{ text: string }>(
    "select text from messages order by place",
  );
  for (const peer of peers) deepEqual(peer.texts, archive.map(({ text }) => text));
  for (const peer of peers) peer[Symbol.dispose]();
  for (const rooms of processes) await rooms.close();
});

eachDatabase(
  "an update that comes twice, by a quicker way and by the outbox, is one",
  async (database) => {
    const hall = await setHall(database);
    const merges: ((update: Uint8Array) => void)[] = [];
    const link = (at: number) => ({
      publish: (_show: string, update: Uint8Array) =>
        merges.forEach((merge, to) => to !== at && merge(update)),
      follow: (_show: string, merge: (update: Uint8Array) => void) => {
        merges[at] = merge;
        return () => {};
      },
    });
    await using one = new RoomsProcess(database, { link: link(0) });
    await using other = new RoomsProcess(database, { link: link(1) });
    using here = new RoomPeer(one, hall.showId, hall.people[0]);
    using there = new RoomPeer(other, hall.showId);
    await there.until(({ synced }) => synced);
    here.say("quick");
    await there.until(({ texts }) => texts.length === 1);
    await sayAll(database, [utterance(hall, "slow")]);
    await there.until(({ texts }) => texts.length === 2);
    deepEqual(there.texts, ["quick", "slow"]);
  },
);

eachDatabase(
  "what a moderator takes away is gone here and there, and stays away",
  async (database) => {
    const hall = await setHall(database);
    const id = uuidv7();
    await using rooms = new RoomsProcess(database);
    using peer = new RoomPeer(rooms, hall.showId, hall.people[0]);
    peer.say("rude", id);
    await peer.until(({ answers }) => answers.length === 1);
    await database.query("update messages set deleted_at = now()");
    await database.query(
      "insert into outbox (topic, subject, body) values ('moderation', $1, $2)",
      [hall.showId, JSON.stringify({ verb: "delete_message", messageId: id })],
    );
    await peer.until(({ texts }) => texts.length === 0);
    peer.say("rude", id);
    await peer.until(({ answers }) => answers.length === 2);
    await using later = new RoomsProcess(database);
    using reader = await new RoomPeer(later, hall.showId).until(({ synced }) => synced);
    deepEqual([peer.texts, reader.texts], [[], []]);
  },
);

eachDatabase("a moderator who acts while nobody is there is obeyed", async (database) => {
  const hall = await setHall(database);
  {
    await using rooms = new RoomsProcess(database);
    ok(!(await rooms.say(utterance(hall, "rude"))).refusal);
    ok(!(await rooms.say(utterance(hall, "kind"))).refusal);
  }
  await database.query("update messages set deleted_at = now() where text = 'rude'");
  await using rooms = new RoomsProcess(database);
  using reader = await new RoomPeer(rooms, hall.showId).until(({ synced }) => synced);
  deepEqual(reader.texts, ["kind"]);
});

eachDatabase("who was signed out, suspended or banned goes, and nobody else", async (database) => {
  const hall = await setHall(database, 4);
  await using rooms = new RoomsProcess(database);
  const peers = hall.people.map((person) => new RoomPeer(rooms, hall.showId, person));
  using guest = new RoomPeer(rooms, hall.showId);
  for (const peer of [...peers, guest]) await peer.until(({ synced }) => synced);
  const [signedOut, suspended, banned, stays] = hall.people;
  await database.query("update sessions set revoked_at = now() where id = $1", [
    signedOut!.sessionId,
  ]);
  await database.query("update people set suspended_at = now() where id = $1", [suspended!.id]);
  await database.query("insert into bans (seller_id, person_id) values ($1, $2)", [
    hall.sellerId,
    banned!.id,
  ]);
  for (const peer of peers.slice(0, 3)) await peer.until(({ closed }) => closed === 4401);
  deepEqual([peers[3]!.closed, guest.closed, stays !== undefined], [undefined, undefined, true]);
  for (const peer of peers) peer[Symbol.dispose]();
});

eachDatabase("a room closes when it has been empty for a while", async (database) => {
  const hall = await setHall(database);
  let now = Date.now();
  await using rooms = new RoomsProcess(database, { now: () => now });
  const peer = await new RoomPeer(rooms, hall.showId).until(({ synced }) => synced);
  now += room_idle_seconds * 1000;
  await new Promise((rested) => setTimeout(rested, 1_100));
  ok(rooms.opened(hall.showId));
  peer[Symbol.dispose]();
  now += room_idle_seconds * 1000;
  await peer.until(() => !rooms.opened(hall.showId));
});

eachDatabase("there is no room for a show that nobody knows", async (database) => {
  const hall = await setHall(database);
  await using rooms = new RoomsProcess(database);
  for (const showId of [uuidv7(), "show", `${hall.showId}0`]) {
    using peer = new RoomPeer(rooms, showId);
    await peer.until(({ closed }) => closed === 4404);
  }
  const outcome = await rooms.say({ ...utterance(hall, "hello"), showId: uuidv7() });
  equal(outcome.refusal?.code, "NOT_YOURS");
});
