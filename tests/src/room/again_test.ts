import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { sayAll } from "../../../src/chat/say.ts";
import { lastingIds } from "../../../src/room/live_ids.ts";
import { anyDatabase } from "../../support/databases.ts";
import { RoomsProcess, setHall } from "../../support/in_room.ts";
import { RoomPeer } from "../../support/room_peer.ts";

anyDatabase(
  "whose socket outlived the room's opening is told what came meanwhile, without asking",
  async (database) => {
    const hall = await setHall(database);
    const say = (text: string) => {
      const id = uuidv7();
      return { personId: hall.people[0]!.id, requestId: id, id, showId: hall.showId, text };
    };
    const rooms = () => new RoomsProcess(database, { liveIds: lastingIds(7, Date.now) });
    await using before = rooms();
    using peer = new RoomPeer(before, hall.showId);
    await peer.until(({ synced }) => synced);
    await before.say(say("one"));
    await peer.until(() => peer.texts.length === 1 && peer.state("show").length === 1);
    await before.close();

    await sayAll(database, [say("two")]);
    await database.query("update messages set created_at = now() - interval '1 minute'");
    const title = "Another title";
    await database.query("update shows set title = $1, version = version + 1", [title]);
    await using after = rooms();
    const seat = after.seat(hall.showId, { viewer: "guest" }, peer, true);
    await peer.until(({ texts }) => texts.length === 2);
    deepEqual(peer.texts, ["one", "two"]);
    await peer.until(() => peer.state("show")[0]?.title === title);
    equal(peer.state("show").length, 1);
    seat.leave();
  },
);
