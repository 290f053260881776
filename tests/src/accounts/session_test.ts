import { equal, notEqual } from "node:assert/strict";
import { access_token_minutes, refresh_grace_seconds } from "../../../src/limits.ts";
import type { Configuration, Database } from "../../../src/platform.ts";
import { anyDatabase } from "../../support/databases.ts";
import { Person } from "../../support/person.ts";
import { TestApp } from "../../support/test_app.ts";

let ahead_ms = 0;
const now = () => Date.now() + ahead_ms;
const passSeconds = (seconds: number) => void (ahead_ms += seconds * 1000);

const expired = access_token_minutes * 60 + 1;

anyDatabase("a session outlives its access token within the request", async (database) => {
  await using shop = new TestApp(database, { now });
  const mina = await Person.signedIn(shop);
  const before = mina.cookies.header;
  equal((await mina.get("/api/me")).status, 200);
  equal(mina.cookies.header, before);
  passSeconds(expired);
  equal((await mina.submit("/profile", { displayName: "Mina" })).status, 303);
  notEqual(mina.cookies.header, before);
});

anyDatabase("requests sent at once with one refresh token all succeed", async (database) => {
  await using shop = new TestApp(database, { now });
  const mina = await Person.signedIn(shop);
  const cookie = mina.cookies.header;
  passSeconds(expired);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => shop.fetch(`${shop.origin}/api/me`, { headers: { cookie } })),
  );
  equal(answers.map((answer) => answer.status).join(), Array(8).fill(200).join());
});

anyDatabase(
  "a refresh token that was replaced long ago ends the session for both",
  async (database) => {
    await using shop = new TestApp(database, { now });
    const mina = await Person.signedIn(shop);
    const stolen = mina.cookies.header;
    passSeconds(expired);
    equal((await mina.get("/api/me")).status, 200);
    await age(database, refresh_grace_seconds + 1);
    passSeconds(expired);

    const thief = await shop.fetch(`${shop.origin}/api/me`, { headers: { cookie: stolen } });
    equal(thief.status, 401);
    equal((await mina.get("/api/me")).status, 401);
  },
);

anyDatabase(
  "revoking a session ends it within seconds, and its refresh for good",
  async (database) => {
    await using shop = new TestApp(database, { now });
    const email = "mina@example.com";
    const phone = await Person.signedIn(shop, { email });
    const laptop = await Person.signedIn(shop, { email });
    const [row] = await database.query<{ id: string }>(
      "select id from sessions order by created_at limit 1",
    );
    equal((await laptop.submit(`/sessions/${row!.id}/revocation`, {})).status, 303);
    passSeconds(3);
    equal((await phone.get("/api/me")).status, 401);
    equal((await laptop.get("/api/me")).status, 200);
  },
);

anyDatabase("nobody ends another's session", async (database) => {
  await using shop = new TestApp(database, { now });
  const mina = await Person.signedIn(shop);
  const [row] = await database.query<{ id: string }>("select id from sessions");
  const other = await Person.signedIn(shop);
  await other.submit(`/sessions/${row!.id}/revocation`, {});
  passSeconds(3);
  equal((await mina.get("/api/me")).status, 200);
});

anyDatabase("a suspended person's session cannot be refreshed", async (database) => {
  await using shop = new TestApp(database, { now });
  const mina = await Person.signedIn(shop);
  await database.query("update people set suspended_at = now()");
  passSeconds(expired);
  equal((await mina.get("/api/me")).status, 401);
});

anyDatabase("tampered tokens are nobody's", async (database) => {
  await using shop = new TestApp(database);
  const mina = await Person.signedIn(shop);
  for (const cookie of tampered(mina.cookies.header!)) {
    const answer = await shop.fetch(`${shop.origin}/api/me`, { headers: { cookie } });
    equal(answer.status, 401, cookie);
    await answer.body?.cancel();
  }
});

anyDatabase("tokens of the secret before are believed, of another are not", async (database) => {
  const under = (secrets: Configuration["secrets"]) =>
    new TestApp(database, { configuration: { secrets } });
  const text = (text: string) => ({
    id: text,
    bytes: new TextEncoder().encode(text.padEnd(32, ".")),
  });
  await using old = under({ current: text("old") });
  const { cookies } = await Person.signedIn(old);
  const headers = { cookie: cookies.header! };
  await using turned = under({ current: text("new"), previous: text("old") });
  await using foreign = under({ current: text("new") });
  equal((await turned.fetch(`${turned.origin}/api/me`, { headers })).status, 200);
  equal((await foreign.fetch(`${foreign.origin}/api/me`, { headers })).status, 401);
});

async function age(database: Database, seconds: number) {
  await database.query(
    "update sessions set turned_at = turned_at - make_interval(secs => $1)",
    [seconds],
  );
}

function tampered(header: string) {
  const value = (name: string) => new RegExp(`${name}=([^;]+)`).exec(header)![1]!;
  const [access, refresh] = [value("access"), value("refresh")];
  const [head, , mac] = access.split(".");
  const claims = btoa(JSON.stringify({ sub: crypto.randomUUID(), sid: "x", name: "x", exp: 1e10 }));
  const [id, turn, sign] = refresh.split(".");
  return [
    `access=${access.slice(0, -2)}xx`,
    `access=${head}.${claims}.${mac}`,
    `access=${btoa('{"alg":"none"}')}.${claims}.`,
    `refresh=${id}.${Number(turn) + 1}.${sign}`,
    `refresh=${crypto.randomUUID()}.${turn}.${sign}`,
    `refresh=${id}.${turn}.`,
    "access=; refresh=...",
  ];
}
