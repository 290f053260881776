import { deepEqual } from "node:assert/strict";
import { allAgree } from "../support/agreement.ts";
import { BusyShow } from "../support/busy_show.ts";
import { RoomReader } from "../support/room_reader.ts";
import { RoundRobin } from "../support/round_robin.ts";
import { Troupe, troupeMissing } from "../support/troupe.ts";

const processes = 2;
const done_between = 80;
/** So long after something was killed, everybody is served again. */
const recovered_ms = 5_000;

Deno.test({
  name:
    "whatever is killed while people buy and talk, all is kept and everybody soon served again" +
    (troupeMissing && ` (skipped: no ${troupeMissing})`),
  ignore: troupeMissing !== "",
  async fn() {
    await using troupe = await Troupe.open(processes);
    const { shops, redis, fresh: { database } } = troupe;
    await using door = await RoundRobin.open(shops.map(({ port }) => port));
    const show = await BusyShow.open({ database, origin: door.origin, patient: true });
    const { showId } = show.scene;
    await using reader = await new RoomReader(door.origin, showId).synced();
    const kills: number[] = [];
    await show.during(async () => {
      for (const victim of [shops[0]!, redis, shops[1]!]) {
        await show.after(done_between);
        kills.push(Date.now());
        await victim.kill();
        // It comes back only after the others have served on without it.
        await show.after(done_between);
        await victim.start();
      }
      await show.after(done_between);
    });
    const late = show.troubles.filter(({ at, took_ms = Infinity }) => {
      const before = kills.findLast((kill) => kill <= at + took_ms);
      return before === undefined || at + took_ms - before > recovered_ms;
    });
    deepEqual(late, []);
    await show.assertKept();
    await allAgree(database, showId, [reader]);
  },
});
