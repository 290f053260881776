import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { media_turned_away_hours, publish_early_hours } from "../../../src/limits.ts";
import { pass } from "../../support/clock.ts";
import { type OnAir, onAir } from "../../support/on_air.ts";
import type { Answer } from "../../support/person.ts";
import { everythingIn } from "../../support/refused.ts";

const said = ({ status, body }: Answer) => [status, body.code, body.refusal, body.reason];
const letIn = [200, 0, undefined, undefined];
const refused = (refusal: string, reason?: string) => [403, 403, refusal, reason];

/** It is refused, and leaves everything as it was, but for who it was. */
async function refuses(air: OnAir, answer: () => Promise<Answer>, code: string, reason?: string) {
  const everything = async () => ({ ...await everythingIn(air.database), publishers: "" });
  const before = await everything();
  deepEqual(said(await answer()), refused(code, reason));
  await air.app.settled();
  deepEqual(await everything(), before);
}

onAir("publishing with the key puts a show on air, once, and tells who follows", async (air) => {
  const key = await air.key();
  deepEqual(said(await air.publish("a", key)), letIn);
  deepEqual(await air.sight(), ["live", "on", 1]);
  const once = await everythingIn(air.database);
  deepEqual(said(await air.publish("a", key)), letIn);
  await air.app.settled();
  deepEqual(await everythingIn(air.database), once);
  const told = () => air.database.query("select subject from outbox where topic = 'on-air'");
  deepEqual(await told(), [{ subject: air.showId }]);
  await air.unpublish("a");
  await air.publish("b", key);
  equal((await told()).length, 1);
  deepEqual(await air.sight(), ["live", "on", 2]);
});

onAir("no key but the last one of the very show lets anybody in", async (air) => {
  const replaced = await air.key();
  const key = await air.key();
  const wrong = ["", replaced, key.slice(1), `${key}x`, key.toUpperCase(), "x".repeat(10_000)];
  for (const one of wrong) {
    await refuses(
      air,
      () => air.publish("a", one),
      "PUBLISH_REFUSED",
      "key",
    );
  }
  for (const stream of [uuidv7(), "00000000-0000-0000-0000-000000000000"]) {
    await refuses(air, () => air.publish("a", key, { stream }), "PUBLISH_REFUSED", "key");
  }
  for (const param of ["", "?", `?KEY=${key}`, `?key=${key}&key=${key}`, `?key[]=${key}`]) {
    await refuses(air, () => air.publish("a", key, { param }), "PUBLISH_REFUSED", "key");
  }
  deepEqual(await air.sight(), ["scheduled", "none", 0]);
});

onAir("another show's key lets nobody in, nor that of a shop which is not open", async (air) => {
  const key = await air.key();
  const { database } = air;
  const otherId = uuidv7();
  await database.query(
    `insert into shows (id, seller_id, title, starts_at)
     select $1, seller_id, 'Other', starts_at from shows where id = $2`,
    [otherId, air.showId],
  );
  await refuses(air, () => air.publish("a", key, { stream: otherId }), "PUBLISH_REFUSED", "key");
  const shut = async (sql: string, back: string) => {
    await database.query(sql);
    await refuses(air, () => air.publish(sql, key), "PUBLISH_REFUSED", "key");
    await database.query(back);
  };
  await shut("update sellers set approved_at = null", "update sellers set approved_at = now()");
  await shut("update people set suspended_at = now()", "update people set suspended_at = null");
  deepEqual(said(await air.publish("b", key)), letIn);
});

onAir("a key is good from a day before the start until the end", async (air) => {
  const key = await air.key();
  const startIn = (minutes: number) =>
    air.database.query("update shows set starts_at = now() + make_interval(mins => $1)", [minutes]);
  await startIn(publish_early_hours * 60 + 1);
  await refuses(air, () => air.publish("a", key), "PUBLISH_REFUSED", "early");
  await startIn(publish_early_hours * 60);
  await refuses(air, () => air.publish("a", key), "PUBLISH_REFUSED", "gone");
  deepEqual(said(await air.publish("b", key)), letIn);
  for (const state of ["ended", "cancelled"]) {
    await air.database.query("update shows set state = $1", [state]);
    await refuses(air, () => air.publish("c", key), "SHOW_STATE");
  }
});

onAir("a show that its seller started takes the picture, however early", async (air) => {
  const key = await air.key();
  await air.database.query(
    "update shows set state = 'live', starts_at = now() + interval '9 days', started_at = now()",
  );
  deepEqual(said(await air.publish("a", key)), letIn);
  deepEqual(await air.sight(), ["live", "on", 1]);
  deepEqual(await air.database.query("select from outbox where topic = 'on-air'"), []);
});

onAir(
  "who publishes while somebody does takes over, and the one before changes nothing",
  async (air) => {
    const key = await air.key();
    air.media.onDrop = ({ clientId }) => air.unpublish(clientId);
    await air.publish("a", key);
    deepEqual(said(await air.publish("b", key)), letIn);
    deepEqual(air.media.dropped, ["a"]);
    deepEqual(await air.sight(), ["live", "on", 2]);
    const now = await everythingIn(air.database);
    await air.unpublish("a");
    deepEqual(
      said(await air.hook("on_publish", { client_id: "a", param: `?key=${key}` })),
      refused("PUBLISH_REFUSED", "gone"),
    );
    deepEqual(await everythingIn(air.database), now);
    deepEqual(air.media.dropped, ["a"]);
  },
);

onAir("taking over ends no show, though its seller waits for no signal", async (air) => {
  await air.database.query("update sellers set grace_seconds = 0");
  const key = await air.key();
  air.media.onDrop = async ({ clientId }) => {
    await air.unpublish(clientId);
    await air.call("signal-due");
  };
  await air.publish("a", key);
  await air.publish("b", key);
  deepEqual(await air.sight(), ["live", "on", 2]);
  await air.unpublish("b");
  deepEqual(await air.sight(), ["ended", "lost", 2]);
});

onAir("of two who take over at once one is in and the other is not", async (air) => {
  const key = await air.key();
  air.media.onDrop = ({ clientId }) => air.unpublish(clientId);
  await air.publish("a", key);
  const answers = await Promise.all([air.publish("b", key), air.publish("c", key)]);
  const { dropped } = air.media;
  const winners = ["b", "c"].filter((client, n) =>
    answers[n]!.body.code === 0 && !dropped.includes(client)
  );
  const [row] = await air.database.query<{ client: string }>(
    "select client_id as client from signals",
  );
  deepEqual(winners, [row!.client]);
  deepEqual((await air.sight()).slice(0, 2), ["live", "on"]);
});

onAir("when who is in cannot be dropped nobody takes over", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  const { media } = air;
  for (const mood of ["failing", "html", "nonsense", "endless", "busy"] as const) {
    media.mood = mood;
    deepEqual(said(await air.publish(mood, key)), refused("UNAVAILABLE"), mood);
    deepEqual(await air.sight(), ["live", "on", 1]);
  }
  media.mood = "well";
  deepEqual(said(await air.publish("busy", key)), refused("PUBLISH_REFUSED", "gone"));
  deepEqual(said(await air.publish("b", key)), letIn);
});

onAir("who was turned away is forgotten after a day", async (air) => {
  const known = async () => (await air.database.query("select from publishers")).length;
  const key = await air.key();
  await air.publish("a", key);
  air.media.mood = "failing";
  await air.publish("b", key);
  equal(await known(), 2);
  await pass(air.database, media_turned_away_hours * 60 - 1);
  await air.call("sweep");
  equal(await known(), 2);
  await pass(air.database, 1);
  await air.call("sweep");
  equal(await known(), 1);
});

onAir("after a restart of the media server who comes back waits for nobody", async (air) => {
  const key = await air.key();
  await air.publish("a", key);
  await air.heartbeat();
  air.media.serviceId = "service-2";
  air.media.mood = "failing";
  deepEqual(said(await air.publish("a", key)), letIn);
  deepEqual(await air.sight(), ["live", "on", 2]);
  const now = await everythingIn(air.database);
  deepEqual(
    said(await air.publish("z", key, { service_id: "service-1" })),
    refused("PUBLISH_REFUSED", "gone"),
  );
  await air.unpublish("a", { service_id: "service-1" });
  await air.heartbeat("service-1");
  deepEqual(await air.sight(), ["live", "on", 2]);
  deepEqual((await everythingIn(air.database)).signals, now.signals);
});
