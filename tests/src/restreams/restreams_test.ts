import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { restream_targets_per_seller } from "../../../src/limits.ts";
import { type AtDesk, atDesk } from "../../support/desk.ts";

const path = "/api/desk/restreams";
const youtube = { name: "My channel", service: "youtube", key: "abcd-secret-key" };
const verbs = async ({ database }: AtDesk) =>
  (await database.query<{ verb: string }>("select verb from audit order by created_at, id"))
    .map(({ verb }) => verb);

atDesk("a place is added once, and its key is neither told nor kept as it is", async (at) => {
  const { seller, database } = at;
  const identity = uuidv7();
  const added = await seller.post(path, youtube, identity);
  const { id } = added.body;
  deepEqual([added.status, added.body], [201, {
    id,
    name: "My channel",
    service: "youtube",
    url: "rtmps://a.rtmps.youtube.com/live2",
    sound: "copy",
    enabled: true,
  }]);
  deepEqual((await seller.post(path, youtube, identity)).body, added.body);
  const other = await seller.post(path, { ...youtube, key: "another" }, identity);
  deepEqual([other.status, other.body.code], [422, "IDEMPOTENCY_MISMATCH"]);

  const { body } = await seller.get<{ items: unknown[] }>(path);
  deepEqual(body.items, [{
    ...added.body,
    standing: "idle",
    showId: null,
    tries: 0,
    seconds: 0,
    reason: null,
  }]);
  const page = await seller.get<string>("/desk/restreams");
  match(page.body, /My channel/);
  const everything = [page.body, JSON.stringify(body)];
  for (const table of ["restream_targets", "requests", "audit", "outbox"]) {
    everything.push(JSON.stringify(await database.query(`select * from ${table}`)));
  }
  doesNotMatch(everything.join(), /secret-key/);
  deepEqual(await verbs(at), ["add_target"]);
});

atDesk("a shop has so many places and no more", async ({ seller }) => {
  for (let made = 0; made < restream_targets_per_seller; made++) {
    equal((await seller.post(path, youtube)).status, 201);
  }
  const beyond = await seller.post(path, youtube);
  deepEqual([beyond.status, beyond.body.code], [422, "INVALID"]);
});

atDesk("a key goes to no other address than it was given for", async (at) => {
  const { seller } = at;
  const { id } = (await seller.post<{ id: string }>(path, youtube)).body;
  const elsewhere = { url: "rtmps://thief.example.com/live" };
  const refused = await seller.patch(`${path}/${id}`, elsewhere);
  deepEqual([refused.status, refused.body.field], [422, "key"]);
  const named = await seller.patch(`${path}/${id}`, { name: "Other", sound: "silent" });
  deepEqual([named.body.name, named.body.sound], ["Other", "silent"]);
  const moved = await seller.patch(`${path}/${id}`, { ...elsewhere, key: "its-own" });
  equal(moved.body.url, elsewhere.url);
  deepEqual(await verbs(at), ["add_target", "change_target", "change_target"]);
});

atDesk("one switches off and on, and forgets", async (at) => {
  const { seller } = at;
  const { id } = (await seller.post<{ id: string }>(path, youtube)).body;
  equal((await seller.delete(`${path}/${id}/sending`)).body.enabled, false);
  equal((await seller.post(`${path}/${id}/sending`)).body.enabled, true);
  deepEqual((await seller.delete(`${path}/${id}`)).body, { id, deleted: true });
  equal((await seller.delete(`${path}/${id}`)).status, 404);
  deepEqual(await verbs(at), ["add_target", "switch_target", "switch_target", "delete_target"]);
});

atDesk("to others it does not exist", async ({ app, seller }) => {
  const { id } = (await seller.post<{ id: string }>(path, youtube)).body;
  const other = await app.signedIn({ role: "seller", name: "Other" });
  deepEqual((await other.get(path)).body.items, []);
  for (
    const { status } of [
      await other.patch(`${path}/${id}`, { name: "Mine" }),
      await other.post(`${path}/${id}/sending`),
      await other.delete(`${path}/${id}/sending`),
      await other.delete(`${path}/${id}`),
      await (await app.signedIn()).get(path),
      await (await app.signedIn()).get("/desk/restreams"),
    ]
  ) equal(status, 404);
  equal((await app.guest().get(path)).status, 401);
});

atDesk("the same by forms; a key that was typed is not shown again", async (at) => {
  const { seller } = at;
  const made = await seller.submit("/desk/restreams", { ...youtube, sound: "copy" });
  deepEqual([made.status, made.headers.get("location")], [303, "/desk/restreams?done=added"]);
  const { items } = (await seller.get<{ items: { id: string }[] }>(path)).body;
  const own = `/desk/restreams/${items[0]!.id}`;

  const refused = await seller.submit("/desk/restreams", {
    name: "Second",
    service: "other",
    url: "rtmp://127.0.0.1/live",
    key: "typed-secret",
    sound: "copy",
  });
  equal(refused.status, 422);
  match(refused.body, /not on the public network/);
  match(refused.body, /value="Second"/);
  doesNotMatch(refused.body, /typed-secret/);

  const keyless = await seller.submit(own, {
    name: "My channel",
    url: "rtmps://live.example.com/app",
    key: "",
    sound: "copy",
  });
  equal(keyless.status, 422);
  match(keyless.body, /wants the stream key again/);
  const saved = await seller.submit(own, {
    name: "Renamed",
    url: "rtmps://a.rtmps.youtube.com/live2",
    key: "",
    sound: "transcode",
  });
  equal(saved.headers.get("location"), "/desk/restreams?done=saved");
  const off = await seller.submit(`${own}/sending`, { on: "false" });
  equal(off.headers.get("location"), "/desk/restreams?done=off");
  match((await seller.get<string>("/desk/restreams")).body, /Switch on/);
  const gone = await seller.submit(`${own}/deletion`, {});
  equal(gone.headers.get("location"), "/desk/restreams?done=deleted");
});
