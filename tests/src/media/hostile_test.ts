import { deepEqual, equal, ok } from "node:assert/strict";
import { media_hook_bytes_max, media_id_characters_max } from "../../../src/limits.ts";
import { anyDatabase } from "../../support/databases.ts";
import { hook_token, type OnAir, onAir } from "../../support/on_air.ts";
import { everythingIn } from "../../support/refused.ts";
import { TestApp } from "../../support/test_app.ts";

/** Sends anything to the hooks: its status, and nothing that is kept has changed. */
async function send({ app, database }: OnAir, path: string, init: RequestInit): Promise<number> {
  const before = await everythingIn(database);
  const answer = await app.fetch(`${app.origin}${path}`, { method: "POST", ...init });
  await answer.body?.cancel();
  await app.settled();
  deepEqual(await everythingIn(database), before, path);
  return answer.status;
}

const hooks = "/hooks/media";
const paths = [hooks, `${hooks}/heartbeats`];
const body = (air: OnAir, key: string, more: object = {}) => ({
  action: "on_publish",
  server_id: "vid-test",
  service_id: "service-1",
  server: "vid-test",
  service: "service-1",
  client_id: "a",
  app: "live",
  stream: air.showId,
  param: `?key=${key}`,
  ...more,
});

onAir("without its token nobody is the media server, whatever they send", async (air) => {
  const said = JSON.stringify(body(air, await air.key()));
  const queries = [
    "",
    "?token=",
    "?token",
    `?token=${hook_token}x`,
    `?token=${hook_token.slice(1)}`,
  ];
  for (const path of paths) {
    for (const query of [...queries, `?TOKEN=${hook_token}`, `?token=x&token=${hook_token}`]) {
      equal(await send(air, path + query, { body: said }), 403, query);
    }
    const headers = { authorization: `Basic ${btoa(`token:${hook_token}`)}`, token: hook_token };
    equal(await send(air, path, { body: said, headers }), 403);
    const { status } = await air.app.guest().get(`${path}?token=${hook_token}`);
    equal(status, 404);
  }
});

anyDatabase("a shop that has no media server takes no hooks", async (database) => {
  await using app = new TestApp(database);
  for (const token of ["", "undefined", hook_token]) {
    const { status } = await app.guest().post(`${hooks}?token=${token}`, {});
    equal(status, 403);
  }
});

onAir("a heartbeat's device must be named by the token, and a hook's is not asked", async (air) => {
  const beat = { server: "a", service: "b" };
  for (const device_id of ["", "d", null, 5, [hook_token], `${hook_token} `]) {
    const text = JSON.stringify({ ...beat, device_id });
    equal(await send(air, `${hooks}/heartbeats`, { body: text }), 403, text);
  }
  const text = JSON.stringify({ ...body(air, await air.key()), device_id: hook_token });
  equal(await send(air, hooks, { body: text }), 403);
});

onAir("a hook that is not as the media server's are is refused", async (air) => {
  const key = await air.key();
  const right = body(air, key);
  const without = (name: string) => JSON.stringify({ ...right, [name]: undefined });
  const texts = [
    "",
    "null",
    "[]",
    "{",
    "<html></html>",
    "action=on_publish",
    "\ufeff{}",
    JSON.stringify([right]),
    ...["action", "server_id", "service_id", "client_id", "app", "stream"].map(without),
    ...["on_connect", "ON_PUBLISH", "", 5, null, "__proto__"].map((action) =>
      JSON.stringify({ ...right, action })
    ),
    ...["", 5, null, {}, "x".repeat(media_id_characters_max + 1)].map((client_id) =>
      JSON.stringify({ ...right, client_id })
    ),
    JSON.stringify({ ...right, param: 5 }),
    JSON.stringify({ ...right, padding: "x".repeat(media_hook_bytes_max) }),
  ];
  for (const text of texts) {
    equal(await send(air, `${hooks}?token=${hook_token}`, { body: text }), 403, text.slice(0, 80));
  }
  const beats = [
    "",
    "[]",
    "{}",
    '{"server":"a"}',
    '{"server":5,"service":"a"}',
    '{"server":"a","service":""}',
  ];
  for (const text of beats) {
    equal(await send(air, `${hooks}/heartbeats?token=${hook_token}`, { body: text }), 403, text);
  }
  ok(await send(air, `${hooks}?token=${hook_token}`, { body: "x".repeat(100_000) }) >= 400);
  const zero = JSON.stringify({ ...right, client_id: "\u0000" });
  ok(await send(air, `${hooks}?token=${hook_token}`, { body: zero }) >= 400);
});

onAir(
  "a stream that is not named as a show is lets nobody in, nor tells of anybody",
  async (air) => {
    const key = await air.key();
    const { showId } = air;
    const names = [
      "",
      " ",
      `${showId} `,
      `${showId}\n`,
      showId.toUpperCase(),
      `${showId}/${showId}`,
      `../live/${showId}`,
      `${showId}.flv`,
      `${showId}?key=${key}`,
      `'; drop table shows; --`,
      `' or id = '${showId}`,
      "%00",
      "가나다",
      "\u202e",
      "x".repeat(10_000),
      showId.replaceAll("-", ""),
      `{${showId}}`,
    ];
    for (const stream of names) {
      for (const action of ["on_publish", "on_dvr"]) {
        const said = JSON.stringify(body(air, key, { stream, action, file: "a.mp4" }));
        equal(await send(air, `${hooks}?token=${hook_token}`, { body: said }), 403, stream);
      }
      const said = JSON.stringify(body(air, key, { stream, action: "on_unpublish" }));
      equal(await send(air, `${hooks}?token=${hook_token}`, { body: said }), 200, stream);
    }
    for (const app of ["", "LIVE", "live/", "other", "live?x=1"]) {
      const said = JSON.stringify(body(air, key, { app }));
      equal(await send(air, `${hooks}?token=${hook_token}`, { body: said }), 403, app);
    }
  },
);

onAir("who watches needs no leave, and a page of another site is no media server", async (air) => {
  for (const action of ["on_play", "on_stop"]) {
    const said = JSON.stringify(body(air, "", { action }));
    equal(await send(air, `${hooks}?token=${hook_token}`, { body: said }), 200);
  }
  const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const said = JSON.stringify(body(air, await air.key()));
  equal(await send(air, hooks, { body: said, headers }), 403);
});

onAir("a hook that is as large as it may be is read, and a byte more is not", async (air) => {
  const hook = body(air, await air.key(), { action: "on_play", padding: "" });
  const bytes = new TextEncoder().encode(JSON.stringify(hook)).length;
  const padded = (more: number) => {
    const padding = "é" + "x".repeat(media_hook_bytes_max - bytes - 2 + more);
    return send(air, `${hooks}?token=${hook_token}`, {
      body: JSON.stringify({ ...hook, padding }),
    });
  };
  deepEqual([await padded(0), await padded(1)], [200, 403]);
});

onAir("a whole key and a whole id fit, and a character more does not", async (air) => {
  const key = await air.key();
  const longest = "c".repeat(media_id_characters_max);
  equal((await air.publish(longest, key)).status, 200);
  deepEqual(await air.sight(), ["live", "on", 1]);
  equal((await air.publish(`${longest}c`, key)).body.refusal, "INVALID");
});
