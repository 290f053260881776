import { deepEqual, equal, match } from "node:assert/strict";
import { readRecordings } from "../../../src/media/recordings.ts";
import { onAir } from "../../support/on_air.ts";
import { everythingIn } from "../../support/refused.ts";

onAir("recordings are remembered once, in their order, with when they began", async (air) => {
  const { database, showId } = air;
  await air.publish("a", await air.key());
  const began = Date.now() - 60_000;
  const files = ["second.mp4", `${showId}.${began}.mp4`];
  for (const file of [...files, files[0]!]) {
    const { body } = await air.hook("on_dvr", {
      client_id: "a",
      file: `./html/recordings/${file}`,
    });
    equal(body.code, 0);
  }
  const recordings = await readRecordings(database, showId);
  deepEqual(recordings.map(({ file }) => file), files.toReversed());
  equal(recordings[0]!.beganAt, new Date(began).toISOString());
  const [row] = await database.query<{ same: boolean }>(
    `select r.began_at = p.came_at as same from recordings r join publishers p using (show_id)
     where r.file = 'second.mp4'`,
  );
  equal(row!.same, true);
});

onAir(
  "what cannot be the name of a recording is refused, and one of no show is none",
  async (air) => {
    const before = await everythingIn(air.database);
    const wrong = [
      "",
      "a.exe",
      "a/..",
      "..mp4",
      ".mp4",
      ".hidden.mp4",
      "a b.mp4",
      "a\n.mp4",
      "ä.mp4",
    ];
    for (const file of [...wrong, `${"x".repeat(197)}.mp4`]) {
      const { status } = await air.hook("on_dvr", { file });
      equal(status, 403, file);
    }
    const { status } = await air.hook("on_dvr", { file: "a.mp4", stream: crypto.randomUUID() });
    equal(status, 200);
    deepEqual(await everythingIn(air.database), before);
    equal((await air.hook("on_dvr", { file: `${"x".repeat(196)}.mp4` })).status, 200);
  },
);

onAir("a moment in a name that is still to come is none", async (air) => {
  await air.hook("on_dvr", { file: "a.9999999999999.mp4" });
  const [one] = await readRecordings(air.database, air.showId);
  match(one!.beganAt, /^20/);
  equal(one!.beganAt, one!.endedAt);
});
