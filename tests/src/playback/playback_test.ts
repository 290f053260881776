import { deepEqual, equal } from "node:assert/strict";
import {
  playback_faults_max,
  playback_first_frame_ms_max,
  playback_samples_per_show,
  playback_told_after_minutes,
} from "../../../src/limits.ts";
import { type InShop, inShop } from "../../support/in_shop.ts";

const sample = { kind: "flv", firstFrameMs: 240, rebuffers: 1, stalls: 0 };

const tell = ({ app, scene }: InShop, body: unknown, showId = scene.showId) =>
  app.guest().post(`/shows/${showId}/playback`, body);

const kept = ({ database }: InShop) =>
  database.query(
    `select kind, first_frame_ms as "firstFrameMs", rebuffers, stalls
     from playback_samples order by id`,
  );

inShop("how playing went is kept, and nothing beside it", { stock: [] }, async (at) => {
  equal((await tell(at, sample)).status, 204);
  equal((await tell(at, { ...sample, kind: "hls", firstFrameMs: null })).status, 204);
  deepEqual(await kept(at), [sample, { ...sample, kind: "hls", firstFrameMs: null }]);
  const columns = await at.database.query<{ name: string }>(
    `select column_name::text as name from information_schema.columns
     where table_name = 'playback_samples' order by 1`,
  );
  deepEqual(columns.map(({ name }) => name), [
    ...["at", "first_frame_ms", "id", "kind", "rebuffers", "show_id", "stalls"],
  ]);
});

inShop("what is no sample is refused, on both sides of each bound", { stock: [] }, async (at) => {
  const most = {
    kind: "native",
    firstFrameMs: playback_first_frame_ms_max,
    rebuffers: playback_faults_max,
    stalls: playback_faults_max,
  };
  equal((await tell(at, most)).status, 204);
  const wrong: unknown[] = [
    { ...most, firstFrameMs: playback_first_frame_ms_max + 1 },
    { ...most, rebuffers: playback_faults_max + 1 },
    { ...most, stalls: playback_faults_max + 1 },
    { ...most, firstFrameMs: -1 },
    { ...most, stalls: -1 },
    { ...most, rebuffers: 0.5 },
    { ...most, kind: "dash" },
    { ...most, email: "kim@example.com" },
    { kind: "flv" },
    [],
    null,
    "flv",
  ];
  for (const body of wrong) equal((await tell(at, body)).status, 422, JSON.stringify(body));
  const text = await at.app.guest().send("POST", `/shows/${at.scene.showId}/playback`, {
    body: "{",
  });
  equal(text.status, 422);
  equal((await kept(at)).length, 1);
});

inShop("a show keeps so many and no more", { stock: [] }, async (at) => {
  await at.database.query(
    `insert into playback_samples (show_id, kind)
     select $1, 'flv' from generate_series(1, $2::int)`,
    [at.scene.showId, playback_samples_per_show - 1],
  );
  for (let times = 0; times < 3; times++) equal((await tell(at, sample)).status, 204);
  equal((await kept(at)).length, playback_samples_per_show);
});

inShop("only a show that is on air, or has just ended, is told of", { stock: [] }, async (at) => {
  const ended = (minutes: number) =>
    at.database.query(
      `update shows set state = 'ended', ended_at = now() - $1 * interval '1 minute'`,
      [minutes],
    );
  await ended(playback_told_after_minutes - 1);
  await tell(at, sample);
  equal((await kept(at)).length, 1);
  await ended(playback_told_after_minutes + 1);
  await tell(at, sample);
  await at.database.query(
    "update shows set state = 'scheduled', started_at = null, ended_at = null",
  );
  await tell(at, sample);
  for (const nobody of [crypto.randomUUID(), "nothing", "'; drop table shows; --"]) {
    equal((await tell(at, sample, encodeURIComponent(nobody))).status, 204);
  }
  equal((await kept(at)).length, 1);
});

inShop("another site's page tells nothing", { stock: [] }, async (at) => {
  const { status } = await at.app.guest().send("POST", `/shows/${at.scene.showId}/playback`, {
    body: JSON.stringify(sample),
    headers: { origin: "https://elsewhere.example", "content-type": "application/json" },
  });
  equal(status, 403);
  deepEqual(await kept(at), []);
});
