import { deepEqual, equal, ok } from "node:assert/strict";
import type { Live } from "../../../src/room/live_state.ts";
import { attacks } from "../../support/hostile_frames.ts";
import { Person } from "../../support/person.ts";
import { RawSocket } from "../../support/raw_socket.ts";
import { RoomReader } from "../../support/room_reader.ts";
import type { Promised } from "../promise.ts";

export const foreignFrames: Promised = {
  says: "foreign updates and broken frames close their socket, and change no room",
  async keep({ origin, makeShow, makeProduct }) {
    const showId = await makeShow();
    await makeProduct(showId);
    const kim = await Person.signedIn(origin);
    await using honest = await new RoomReader(origin, showId, kim).synced();
    ok("accepted" in await honest.say("first"));
    await honest.reads((reader) => reader.state("product").length === 1);
    const states = new Map(
      [...honest.provider.awareness.getStates()].filter(([, state]) => state.kind),
    ) as Map<number, Live>;
    for (const attack of attacks({ doc: honest.doc, states })) {
      const { what, frames, code, persistent } = attack;
      await using attacker = new RawSocket(origin, showId, { person: kim });
      await attacker.open;
      for (const frame of frames) attacker.send(frame);
      if (persistent) await attacker.persist(frames[0]!);
      if (code) equal(await attacker.closed, code, what);
    }
    await using large = new RawSocket(origin, showId);
    await large.open;
    large.send(new Uint8Array(33 * 1024 * 1024));
    ok([4409, 1009].includes(await large.closed), "33 MiB");

    deepEqual(honest.closed, []);
    ok("accepted" in await honest.say("last"));
    await using fresh = await new RoomReader(origin, showId).synced();
    await fresh.reads(({ texts }) => texts.includes("last"));
    deepEqual(fresh.texts, ["first", "last"]);
  },
};
