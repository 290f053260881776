import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { Client, neon, neonConfig, type NeonDbError } from "@neondatabase/serverless";
import { openNeonBridge } from "../../../scripts/cloud/neon.ts";
import { freePort } from "../../../scripts/provide/port.ts";
import { type OnNeon, onNeon } from "../../support/neon.ts";
import { serverUrl } from "../../support/postgres.ts";

// Neon's own client, without the shop's adapter: the bridge stands in the address of the database.
neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`;

function addressOf({ origin }: { origin: string }, database: string): string {
  return `postgres://postgres@${new URL(origin).host}${database}`;
}

function clientOf({ bridge, fresh }: OnNeon) {
  return neon(addressOf(bridge, new URL(fresh.url).pathname));
}

async function sessionOf({ bridge, fresh }: OnNeon): Promise<Client> {
  const client = clientOfSession(addressOf(bridge, new URL(fresh.url).pathname));
  await client.connect();
  return client;
}

function clientOfSession(url: string): Client {
  const client = new Client(url);
  client.neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
  client.neonConfig.useSecureWebSocket = false;
  client.neonConfig.pipelineConnect = false;
  client.on("error", () => {});
  return client;
}

onNeon("Neon's client gets rows, their types and their count", async (at) => {
  const sql = clientOf(at);
  const full = await sql.query("select 7 as n, $1::text as t", ["말"], { fullResults: true });
  deepEqual(full.rows, [{ n: 7, t: "말" }]);
  deepEqual(full.fields.map(({ name, dataTypeID }) => [name, dataTypeID]), [["n", 23], ["t", 25]]);
  equal(full.command, "SELECT");
  equal(full.rowCount, 1);
  deepEqual(await sql`select ${[1, 2]}::int[] as list, ${null}::int as nothing`, [
    { list: [1, 2], nothing: null },
  ]);
});

onNeon("Neon's client runs many statements as one, or none of them", async (at) => {
  const sql = clientOf(at);
  await at.fresh.database.script("create table t (a int)");
  const [put, got] = await sql.transaction([sql`insert into t values (1)`, sql`select a from t`], {
    isolationLevel: "Serializable",
  });
  deepEqual([put, got], [[], [{ a: 1 }]]);
  await rejects(sql.transaction([sql`insert into t values (2)`, sql`select 1 / 0`]), {
    name: "NeonDbError",
    code: "22012",
  });
  await rejects(sql.transaction([sql`insert into t values (3)`], { readOnly: true }), {
    code: "25006",
  });
  deepEqual(await sql`select a from t`, [{ a: 1 }]);
});

onNeon("what PostgreSQL refuses Neon's client tells in its fields", async (at) => {
  const sql = clientOf(at);
  await at.fresh.database.script("create table t (a int constraint t_once primary key)");
  await sql`insert into t values (1)`;
  await rejects(sql`insert into t values (1)`, (error: NeonDbError) => {
    equal(error.name, "NeonDbError");
    equal(error.code, "23505");
    equal(error.constraint, "t_once");
    equal(error.table, "t");
    equal(error.severity, "ERROR");
    match(error.detail ?? "", /already exists/);
    return true;
  });
});

onNeon("Neon's client has a session over WebSocket, with its transactions", async (at) => {
  const client = await sessionOf(at);
  await client.query("begin");
  await client.query("create temporary table t (a int) on commit drop");
  await client.query("insert into t select generate_series(1, $1)", [1000]);
  const { rows } = await client.query(
    "select count(*)::int as n, repeat('x', 300000) as text from t",
  );
  equal(rows[0].n, 1000);
  equal(rows[0].text.length, 300_000);
  await client.query("rollback");
  await client.end();
});

onNeon("each message is late by as much as the bridge is told", async (at) => {
  const sql = clientOf(at);
  const client = await sessionOf(at);
  at.bridge.delay_ms = 30;
  for (const ask of [() => sql`select 1`, () => client.query("select 1")]) {
    const began = performance.now();
    await ask();
    ok(performance.now() - began >= 29);
  }
  at.bridge.delay_ms = 0;
  await client.end();
});

onNeon("a backend that ends ends the session, and says so", async (at) => {
  const client = await sessionOf(at);
  const ended = new Promise<void>((over) => client.on("end", over));
  const { rows } = await client.query("select pg_backend_pid() as pid");
  const waiting = rejects(client.query("select pg_sleep(30)"), { code: "57P01" });
  await at.fresh.database.query("select pg_terminate_backend($1)", [rows[0].pid]);
  await waiting;
  await ended;
});

Deno.test("a database that is away is told to Neon's client as an error of its own", async () => {
  await using bridge = openNeonBridge(`postgres://127.0.0.1:${freePort()}`);
  const url = addressOf(bridge, "/db");
  await rejects(neon(url)`select 1`, { name: "NeonDbError", message: /cannot be reached/ });
  const client = clientOfSession(url);
  // A timer that the client starts to gather its writes would outlive the test.
  client.neonConfig.coalesceWrites = false;
  await rejects(client.connect(), /Connection terminated/);
});

onNeon("a database that falls silent is away, for Neon's client as for others", async (at) => {
  await using bridge = openNeonBridge(serverUrl!, { answer_ms_max: 100 });
  const sql = neon(addressOf(bridge, new URL(at.fresh.url).pathname));
  await rejects(sql`select pg_sleep(1)`, { name: "NeonDbError", message: /cannot be reached/ });
  deepEqual(await sql`select 1 as one`, [{ one: 1 }]);

  const mute = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  await using toMute = openNeonBridge(`postgres://127.0.0.1:${mute.addr.port}`, {
    answer_ms_max: 100,
  });
  const asked = neon(addressOf(toMute, "/db"))`select 1`;
  await rejects(asked, { name: "NeonDbError", message: /cannot be reached/ });
  mute.close();
});
