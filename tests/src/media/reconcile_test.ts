import { deepEqual, equal } from "node:assert/strict";
import { media_settle_seconds, media_streams_listed_max } from "../../../src/limits.ts";
import { pass } from "../../support/clock.ts";
import { type OnAir, onAir } from "../../support/on_air.ts";
import { everythingIn } from "../../support/refused.ts";

const settle = ({ database }: OnAir) => pass(database, (media_settle_seconds + 1) / 60);

onAir(
  "a picture that went without a word is waited for when the media server is asked",
  async (air) => {
    await air.publish("a", await air.key());
    air.media.published = [];
    await air.call("media-check");
    deepEqual(
      await air.sight(),
      ["live", "on", 1],
      "it may have come after the media server looked",
    );
    await settle(air);
    await air.call("media-check");
    deepEqual(await air.sight(), ["live", "lost", 1]);
    await pass(air.database, 0.75);
    await air.call("media-check");
    deepEqual(await air.sight(), ["ended", "lost", 1]);
  },
);

onAir("while the media server cannot be asked nothing changes", async (air) => {
  await air.publish("a", await air.key());
  air.media.published = [];
  await settle(air);
  const before = await everythingIn(air.database);
  for (const mood of ["failing", "html", "nonsense", "endless", "silent"] as const) {
    air.media.mood = mood;
    await air.call("media-check");
    deepEqual(await everythingIn(air.database), before, mood);
  }
  equal(air.app.log.filter(({ event }) => event === "media.away").length, 5);
});

onAir("a picture that is there is on, whatever the shop was told", async (air) => {
  await air.publish("a", await air.key());
  await air.hook("on_unpublish", { client_id: "a" });
  await air.call("media-check");
  deepEqual(
    await air.sight(),
    ["live", "lost", 1],
    "it may have gone after the media server looked",
  );
  await settle(air);
  await air.call("media-check");
  deepEqual(await air.sight(), ["live", "on", 2]);
  await air.unpublish("a");
  deepEqual(await air.sight(), ["live", "lost", 2]);
});

onAir("of two who were let in, the one is on whom the media server has", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  await air.publish("b", key);
  air.media.published = [{ clientId: "a", showId: air.showId }];
  await settle(air);
  await air.call("media-check");
  deepEqual(await air.sight(), ["live", "on", 3]);
  await air.unpublish("b");
  deepEqual(await air.sight(), ["live", "on", 3]);
  await air.unpublish("a");
  deepEqual(await air.sight(), ["live", "lost", 3]);
});

onAir("whoever was not let in is dropped, and who publishes something else is not", async (air) => {
  const nobodys = "00000000-0000-0000-0000-000000000000";
  air.media.published = [
    { clientId: "unknown", showId: air.showId },
    { clientId: "nobodys", showId: nobodys },
    { clientId: "loud", showId: air.showId.toUpperCase() },
    { clientId: "unnamed", showId: "'; drop table shows; --" },
    { clientId: "elsewhere", showId: nobodys, app: "other" },
  ];
  await air.call("media-check");
  deepEqual(air.media.dropped.toSorted(), ["loud", "nobodys", "unknown", "unnamed"]);
  deepEqual(await air.sight(), ["scheduled", "none", 0]);
});

onAir("a list that may go on is no answer", async (air) => {
  await air.publish("a", await air.key());
  await settle(air);
  const others = Array.from({ length: media_streams_listed_max }, (_, n) => (
    { clientId: `c${n}`, showId: crypto.randomUUID(), app: "other" }
  ));
  air.media.published = others;
  const before = await everythingIn(air.database);
  await air.call("media-check");
  deepEqual(await everythingIn(air.database), before);
  deepEqual(air.media.dropped, []);
  air.media.published = others.slice(1);
  await air.call("media-check");
  deepEqual(await air.sight(), ["live", "lost", 1]);
});

onAir("a media server that started anew has lost everything, by its heartbeat", async (air) => {
  await air.publish("a", await air.key());
  await air.heartbeat();
  await air.heartbeat();
  deepEqual(await air.sight(), ["live", "on", 1]);
  await air.heartbeat("service-2", "vid-other");
  deepEqual(await air.sight(), ["live", "on", 1]);
  await air.heartbeat("service-2");
  deepEqual(await air.sight(), ["live", "lost", 1]);
  await pass(air.database, 0.1);
  await air.heartbeat("service-1");
  await air.heartbeat("service-2");
  deepEqual(
    await air.database.query(
      "select service_id, former_ids from media_servers where server_id = 'vid-test'",
    ),
    [{ service_id: "service-2", former_ids: ["service-1"] }],
  );
  await pass(air.database, 0.65);
  await air.call("signal-due");
  deepEqual(await air.sight(), ["ended", "lost", 1]);
});

onAir("a restart is noticed where the media server is asked, too", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  air.media.serviceId = "service-2";
  air.media.published = [];
  await settle(air);
  await air.call("media-check");
  deepEqual(await air.sight(), ["live", "lost", 1]);
  equal((await air.publish("z", key, { service_id: "service-1" })).body.reason, "gone");
});

onAir(
  "what the media server says when it is asked is believed, whatever came before",
  async (air) => {
    const key = await air.key();
    for (const service of ["service-1", "service-2"]) await air.heartbeat(service);
    air.media.serviceId = "service-1";
    equal((await air.publish("a", key)).body.reason, "gone");
    await air.call("media-check");
    equal((await air.publish("b", key)).body.code, 0);
  },
);

onAir("starts of a media server are remembered, and not without end", async (air) => {
  for (let n = 1; n <= 15; n++) await air.heartbeat(`service-${n}`);
  const [row] = await air.database.query<{ former_ids: string[] }>(
    "select former_ids from media_servers",
  );
  deepEqual(row!.former_ids, Array.from({ length: 10 }, (_, n) => `service-${n + 5}`));
});
