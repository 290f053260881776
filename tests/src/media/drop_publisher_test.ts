import { deepEqual, equal } from "node:assert/strict";
import { pass } from "../../support/clock.ts";
import { type OnAir, onAir } from "../../support/on_air.ts";
import type { Person } from "../../support/person.ts";

/** A show of somebody who sits at the desk, with its picture. */
async function own(
  air: OnAir,
  act: (seller: Person, path: string, air: OnAir) => Promise<unknown>,
) {
  const seller = await air.app.signedIn({ role: "seller" });
  const [row] = await air.database.query<{ id: string }>(
    "select s.id from sellers s where s.person_id <> $1",
    [air.scene.ownerId],
  );
  await air.database.query("update shows set seller_id = $1", [row!.id]);
  await act(seller, `/desk/shows/${air.showId}`, air);
  await air.app.settled();
}

onAir("a seller who ends a show sends its publisher away", async (air) => {
  await air.publish("a", await air.key());
  air.media.onDrop = ({ clientId }) => air.unpublish(clientId);
  await own(air, async (seller, path) => {
    equal((await seller.delete(`/api${path}/airing`)).status, 200);
  });
  deepEqual(air.media.dropped, ["a"]);
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

onAir("who ends a show by its form does so, too", async (air) => {
  await air.publish("a", await air.key());
  await own(air, async (seller, path) => {
    equal((await seller.submit(`${path}/ending`, {})).status, 303);
  });
  deepEqual(air.media.dropped, ["a"]);
  // Its own message was lost; the media server has nobody any more.
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

onAir("where the media server was away, the sweep sends the publisher away later", async (air) => {
  await air.publish("a", await air.key());
  air.media.mood = "failing";
  await own(air, (seller, path) => seller.delete(`/api${path}/airing`));
  deepEqual(await air.sight(), ["ended", "on", 1]);
  await air.call("sweep");
  deepEqual(await air.sight(), ["ended", "on", 1]);
  air.media.mood = "well";
  await air.call("sweep");
  await air.call("sweep");
  deepEqual(air.media.dropped, ["a"]);
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

onAir(
  "a show that ended without its picture, or had none, has nobody to send away",
  async (air) => {
    await air.publish("a", await air.key());
    await air.unpublish("a");
    await own(air, (seller, path) => seller.delete(`/api${path}/airing`));
    await air.call("sweep");
    deepEqual(air.media.dropped, []);
    const waited = () => air.database.query("select from signals where ends_at is not null");
    equal((await waited()).length, 1);
    await pass(air.database, 1);
    await air.call("sweep");
    equal((await waited()).length, 0);
    deepEqual(await air.sight(), ["ended", "lost", 1]);
  },
);
