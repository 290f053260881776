import { deepEqual, equal, ok } from "node:assert/strict";
import type { Person } from "../../../src/http/env.ts";
import { room_backlog_bytes_max, room_intents_waiting_max } from "../../../src/limits.ts";
import type { Database } from "../../../src/platform.ts";
import type { Live } from "../../../src/room/live_state.ts";
import { onePglite } from "../../support/one_pglite.ts";
import { attacks } from "../../support/hostile_frames.ts";
import { RoomsProcess, setHall } from "../../support/in_room.ts";
import { RoomPeer } from "../../support/room_peer.ts";

const rowsOf = async (database: Database) =>
  await database.query("select id, encode(bytes, 'hex') as bytes from room_updates order by id");

Deno.test("no frame crashes, grows or changes a room, or is noticed by others", async () => {
  await onePglite(async (database) => {
    const hall = await setHall(database, 2);
    await using rooms = new RoomsProcess(database);
    using honest = new RoomPeer(rooms, hall.showId, hall.people[0]);
    honest.say("first");
    await honest.until((peer) =>
      peer.texts.length === 1 && peer.state("product").length === 1 &&
      peer.state("viewers").length === 1
    );
    const seen = () => ({
      chat: honest.chat,
      show: honest.state("show"),
      products: honest.state("product"),
      viewers: honest.state("viewers"),
    });
    const before = structuredClone(seen());
    const rows = await rowsOf(database);

    const states = new Map(
      [...honest.awareness.getStates()].filter(([, state]) => state.kind),
    ) as Map<number, Live>;
    const corpus = attacks({ doc: honest.doc, states });
    ok(corpus.length >= 30);
    for (const { what, frames, code, persistent } of corpus) {
      // From the same browser: who watches stays the same.
      const [{ id: viewer }, stranger] = hall.people as [Person, Person];
      using attacker = new RoomPeer(rooms, hall.showId, stranger, viewer);
      await attacker.until(({ synced }) => synced);
      for (const frame of frames) attacker.seat.hear(frame);
      while (persistent && attacker.closed === undefined) attacker.seat.hear(frames[0]!);
      await attacker.until(({ closed }) => code === undefined || closed !== undefined);
      equal(attacker.closed, code, what);
      deepEqual([seen(), honest.closed], [before, undefined], what);
    }
    deepEqual(await rowsOf(database), rows);
    equal(rooms.peers, 1);

    honest.say("last");
    await honest.until(({ texts }) => texts.length === 2);
    using fresh = new RoomPeer(rooms, hall.showId);
    await fresh.until(({ texts }) => texts.length === 2);
    deepEqual(fresh.texts, ["first", "last"]);
  });
});

Deno.test("so many intents may wait for an answer, and not one more", async () => {
  await onePglite(async (database) => {
    const hall = await setHall(database);
    await using rooms = new RoomsProcess(database);
    using peer = new RoomPeer(rooms, hall.showId, hall.people[0]);
    await peer.until(({ synced }) => synced);
    for (let n = 0; n < room_intents_waiting_max; n++) peer.say(`${n}`);
    await peer.until(({ answers }) => answers.length === room_intents_waiting_max);
    equal(peer.closed, undefined);
    for (let n = 0; n <= room_intents_waiting_max; n++) peer.say(`${n}`);
    equal(peer.closed, 4429);
  });
});

Deno.test("who does not read is let go, and resumes", async () => {
  await onePglite(async (database) => {
    const hall = await setHall(database);
    await using rooms = new RoomsProcess(database);
    using kim = new RoomPeer(rooms, hall.showId, hall.people[0]);
    const slow = new RoomPeer(rooms, hall.showId);
    slow.buffered = room_backlog_bytes_max;
    await slow.until(({ synced }) => synced);
    slow.buffered++;
    kim.say("one");
    await kim.until(({ answers }) => answers.length === 1);
    await slow.until(({ closed }) => closed === 4508);
    equal(rooms.peers, 1);
    slow[Symbol.dispose]();

    using back = await new RoomPeer(rooms, hall.showId).until(({ synced }) => synced);
    deepEqual(back.texts, ["one"]);
  });
});
