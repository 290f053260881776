import { deepEqual, equal, match } from "node:assert/strict";
import { onNeon } from "../../support/neon.ts";

async function post(origin: string, body: BodyInit, headers: Record<string, string> = {}) {
  const answer = await fetch(`${origin}/sql`, { method: "POST", body, headers });
  return { status: answer.status, body: await answer.json() };
}

onNeon("what is no statement is refused, and told", async ({ bridge, fresh, database }) => {
  const as = { "neon-connection-string": fresh.url };
  const faults: [BodyInit, Record<string, string>, RegExp][] = [
    ['{"query":"select 1"}', {}, /Neon-Connection-String is missing/],
    ['{"query":"select 1"}', { "neon-connection-string": "x" }, /no address/],
    ['{"query":"select 1"}', { "neon-connection-string": "postgres://h/db" }, /no user/],
    ["{", as, /JSON/],
    ["null", as, /no statement/],
    ["[]", as, /no statement/],
    ["{}", as, /no statement/],
    ['{"query":1}', as, /no statement/],
    ['{"query":"select 1","params":[{}]}', as, /no statement/],
    ['{"queries":[1]}', as, /no statement/],
    ['{"queries":[]}', { ...as, "neon-batch-isolation-level": "x; drop table t" }, /isolation/],
    ['{"query":"select $1"}', as, /parameter|bind/],
    ['{"query":"select \\u0000"}', as, /./],
  ];
  for (const [body, headers, told] of faults) {
    const answer = await post(bridge.origin, body, headers);
    equal(answer.status, 400, String(body));
    match(answer.body.message, told);
  }
  deepEqual(await database.query("select 1 as one"), [{ one: 1 }]);
});

onNeon("a body beyond the bound is refused unread", async ({ bridge, fresh }) => {
  const huge = new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20);
  const answer = await post(bridge.origin, huge, { "neon-connection-string": fresh.url });
  equal(answer.status, 413);
});

onNeon("there is nothing else to be had", async ({ bridge }) => {
  for (const path of ["/", "/sql", "/v2", "/v1", "/sql/more"]) {
    const answer = await fetch(bridge.origin + path);
    equal(answer.status, 404, path);
    await answer.body?.cancel();
  }
});

onNeon("a socket that says something else than bytes, or nonsense, is closed", async (at) => {
  const { bridge, database } = at;
  for (const said of ["text", new Uint8Array([0, 0, 0, 8, 0xff, 0xff, 0xff, 0xff])]) {
    const socket = new WebSocket(`${bridge.origin.replace("http", "ws")}/v2?address=10.0.0.1:1`);
    const closed = new Promise((over) => socket.addEventListener("close", over));
    socket.addEventListener("open", () => socket.send(said));
    await closed;
  }
  deepEqual(await database.query("select 1 as one"), [{ one: 1 }]);
});
