import { deepEqual, ok } from "node:assert/strict";
import { room_frames_max } from "../../../src/limits.ts";
import type { Live } from "../../../src/room/live_state.ts";
import { attacks } from "../../support/hostile_frames.ts";
import { Person } from "../../support/person.ts";
import { RawSocket } from "../../support/raw_socket.ts";
import { RoomReader } from "../../support/room_reader.ts";
import type { Promised } from "../promise.ts";
import { within } from "../within.ts";

const MiB = 1024 * 1024;
/** What a client says of a socket that ended without a code; Deno says nothing. */
const unheard = [1006, 0];
const patience_ms = 20_000;

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
      // All at once, for asked one by one a slow machine never asks for too much; but who still
      // sends when the socket is closed may not hear why.
      const times = persistent ? 2 * room_frames_max : 1;
      for (let time = 0; time < times; time++) frames.forEach((frame) => attacker.send(frame));
      if (!code) continue;
      const closed = await within(patience_ms, what, attacker.closed);
      ok(closed === code || persistent && unheard.includes(closed), `${what}: ${closed}`);
    }
    const large = new RawSocket(origin, showId);
    await large.open;
    large.send(new Uint8Array(8 * MiB));
    ok([4409, 1009].includes(await within(patience_ms, "8 MiB", large.closed)));
    // More than workerd reads: it is not even refused.
    const larger = new RawSocket(origin, showId);
    await larger.open;
    larger.send(new Uint8Array(33 * MiB));

    deepEqual(honest.closed, []);
    ok("accepted" in await honest.say("last"));
    await using fresh = await new RoomReader(origin, showId).synced();
    await fresh.reads(({ texts }) => texts.includes("last"));
    deepEqual(fresh.texts, ["first", "last"]);
  },
};
