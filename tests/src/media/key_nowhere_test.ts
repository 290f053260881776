import { deepEqual, equal, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { type OnAir, onAir } from "../../support/on_air.ts";

const paths = (id: string) => [
  ...["/", "/store", `/shows/${id}`, `/shows/${id}/chat`, `/shows/${id}/replay`],
  ...["/desk", "/desk/shows", `/desk/shows/${id}`, `/desk/shows/${id}/air`],
  ...[`/desk/shows/${id}/report`, "/api/shows", `/api/shows/${id}`, `/api/desk/shows`],
  ...[`/api/desk/shows/${id}`, "/api/openapi.json", "/healthz"],
];

/** All that the database holds, as text. */
async function kept({ database }: OnAir): Promise<string> {
  const tables = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => database.query(`select t::text as row from ${name} t`)),
  );
  return JSON.stringify(rows);
}

/** All that a room tells who comes, once it knows of the picture. */
async function told({ app, showId }: OnAir): Promise<string> {
  const room = app.app.shop.rooms!.opened(showId)!;
  const until = Date.now() + 5_000;
  while (room.state.show?.signal !== "lost" && Date.now() < until) {
    await new Promise((looked) => setTimeout(looked, 20));
  }
  equal(room.state.show?.signal, "lost");
  return room.state.everything().map((frame) => new TextDecoder("latin1").decode(frame)).join();
}

onAir("a publish key is to be found nowhere", async (air) => {
  const { app, database, media } = air;
  const seller = await app.signedIn({ role: "seller" });
  await database.query(
    `update shows set seller_id = (
       select id from sellers where person_id <> $1)`,
    [air.scene.ownerId],
  );
  const keys = `/desk/shows/${air.showId}/publish-keys`;
  const { body: shown } = await seller.submit(keys, {});
  const replaced = shown.match(/\?key=([\w-]{43})/)![1]!;
  const { body: { key } } = await seller.post<{ key: string }>(`/api${keys}`);
  equal(key.length, 43);

  media.onDrop = ({ clientId }) => air.unpublish(clientId);
  await air.hook("on_publish", { client_id: "z", param: `?key=${replaced}` });
  await air.publish("a", key);
  await air.publish("b", key);
  for (const mood of ["failing", "html", "nonsense"] as const) {
    media.mood = mood;
    await air.publish("c", key);
    await air.call("media-check");
  }
  media.mood = "well";
  const half = `{"action": "on_publish", "param": "?key=${key}`;
  await app.fetch(`${app.origin}/hooks/media?token=a-token-of-the-hooks`, {
    method: "POST",
    body: half,
  });
  await database.script("alter function publish rename to published_once");
  equal((await air.publish("d", key)).status, 500);
  await database.script("alter function published_once rename to publish");

  await seller.post(`/api/shows/${air.showId}/messages`, { id: uuidv7(), text: "hello" });
  await air.unpublish("b");
  await air.call("sweep");

  const seen: Record<string, string> = {
    database: await kept(air),
    log: JSON.stringify(app.log),
    room: await told(air),
  };
  for (const path of paths(air.showId)) {
    for (const [who, person] of Object.entries({ seller, guest: app.guest() })) {
      const { body } = await person.get<unknown>(path);
      seen[`${path} for a ${who}`] = typeof body === "string" ? body : JSON.stringify(body);
    }
  }
  ok(seen.room!.includes("hello") || seen.room!.includes("live"));
  ok(seen.database!.includes(air.showId) && seen.log!.includes("media.refused"));
  const bytes = [key, replaced].flatMap((one) => [
    one,
    new TextEncoder().encode(one).toHex(),
    btoa(one).replace(/=+$/, ""),
  ]);
  const leaks = Object.entries(seen).filter(([, text]) => bytes.some((one) => text.includes(one)));
  deepEqual(leaks.map(([where]) => where), []);
});
