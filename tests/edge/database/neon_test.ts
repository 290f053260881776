import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { neonConfig } from "@neondatabase/serverless";
import { neonDatabase } from "../../../edge/database/neon.ts";
import { DatabaseError } from "../../../src/platform.ts";
import { freePort } from "../../../scripts/provide/port.ts";
import { onNeon } from "../../support/neon.ts";

onNeon("one query is one HTTP request, however many go at once", async ({ database, bridge }) => {
  const before = bridge.requests;
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => database.query("select $1::int", [n], { name: "same" })),
  );
  await rejects(database.query("select 1 / 0"), { sqlState: "22012" });
  equal(bridge.requests - before, 21);
  equal(bridge.sessions, 0);
});

onNeon("a script has a session of its own, and leaves none behind", async (at) => {
  const { database, bridge, fresh } = at;
  await database.script("create table t (a int); insert into t values (1); set search_path = x;");
  deepEqual(await database.query("select a from t"), [{ a: 1 }]);
  equal(bridge.sessions, 1);
  // The server hears of the end a moment after the client.
  while ((await fresh.database.query(strangers)).length > 0);
});

const strangers = `select from pg_stat_activity where datname = current_database()
  and pid <> pg_backend_pid() and query like '%search_path = x%'`;

onNeon("a statement is one statement", async ({ database }) => {
  await rejects(database.query("select 1; select 2"), { sqlState: "42601" });
});

onNeon("two bridges are not taken for each other", async ({ database, bridge, fresh }) => {
  const nowhere = neonDatabase(fresh.url, { proxy: `http://127.0.0.1:${freePort()}` });
  await rejects(nowhere.query("select 1"), { sqlState: "08006" });
  deepEqual(await database.query("select 1 as one"), [{ one: 1 }]);
  equal(bridge.requests, 1);
});

Deno.test("a host of Neon's own is asked where its client asks it, whatever bridges there are", () => {
  neonDatabase("postgres://me@db.example/maru", { proxy: "http://127.0.0.1:1" });
  const { fetchEndpoint } = neonConfig;
  ok(typeof fetchEndpoint === "function");
  const asked = fetchEndpoint("ep-one-2.eu-central-1.aws.neon.tech", "", { jwtAuth: false });
  equal(asked, "https://api.eu-central-1.aws.neon.tech/sql");
  equal(fetchEndpoint("127.0.0.1", "1", {}), "http://127.0.0.1:1/sql");
});

onNeon("who may not come in is told so by PostgreSQL", async ({ bridge, fresh }) => {
  const url = new URL(fresh.url);
  url.username = "nobody_here";
  const stranger = neonDatabase(url.href, { proxy: bridge.origin });
  await rejects(stranger.query("select 1"), { name: "DatabaseError", sqlState: "28000" });
  await rejects(stranger.script("select 1"), { name: "DatabaseError", sqlState: "28000" });

  const nowhere = neonDatabase(`${fresh.url}_nowhere`, { proxy: bridge.origin });
  await rejects(nowhere.query("select 1"), { name: "DatabaseError", sqlState: "3D000" });
});

Deno.test("a Neon that is not there is 08006, for a statement and for a script", async () => {
  const proxy = `http://127.0.0.1:${freePort()}`;
  const database = neonDatabase("postgres://nobody@db.example/nothing", { proxy });
  for (const ask of [database.query, database.script]) {
    await rejects(ask("select 1"), (error) => {
      ok(error instanceof DatabaseError);
      equal(error.sqlState, "08006");
      match(error.message, /refused|connect/);
      return true;
    });
  }
  await database.close();
});

const garbled: Record<string, () => Response> = {
  "a page of a proxy": () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
  "an answer that is cut off": () => new Response('{"rows":[["1"'),
  "an answer without rows": () => Response.json({}),
  "a refusal without a reason": () => new Response("no", { status: 400 }),
  "a refusal that is not PostgreSQL's": () => Response.json({ message: "no" }, { status: 400 }),
};

for (const [name, answer] of Object.entries(garbled)) {
  Deno.test(`${name} is no answer of the database: 08006`, async () => {
    const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, answer);
    const proxy = `http://127.0.0.1:${server.addr.port}`;
    const database = neonDatabase("postgres://nobody@db.example/nothing", { proxy });
    await rejects(database.query("select 1"), { name: "DatabaseError", sqlState: "08006" });
    await server.shutdown();
  });
}
