import { deepEqual } from "node:assert/strict";
import { allAgree } from "../support/agreement.ts";
import { BusyShow } from "../support/busy_show.ts";
import { RoomReader } from "../support/room_reader.ts";
import { RoundRobin } from "../support/round_robin.ts";
import { Troupe, troupeMissing } from "../support/troupe.ts";

const processes = 2;
/** How many things are done by all of them together before each replacement, and after the last. */
const done_between = 60;

Deno.test({
  name: "both of two processes are replaced while people buy and talk, and nobody notices" +
    (troupeMissing && ` (skipped: no ${troupeMissing})`),
  ignore: troupeMissing !== "",
  async fn() {
    await using troupe = await Troupe.open(processes, { DRAIN_SECONDS: "1" });
    const { shops, fresh: { database } } = troupe;
    await using door = (await RoundRobin.open(shops.map(({ port }) => port))).watchReadiness();
    const show = await BusyShow.open({ database, origin: door.origin, patient: false });
    const { showId } = show.scene;
    await using reader = await new RoomReader(door.origin, showId).synced();
    await show.during(async () => {
      for (const shop of shops) {
        await show.after(done_between);
        await shop.kill("SIGTERM");
        await shop.start();
      }
      await show.after(done_between);
    });
    deepEqual(show.troubles, []);
    await show.assertKept();
    await allAgree(database, showId, [reader]);
  },
});
