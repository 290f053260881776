import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { Client, Receiver } from "@upstash/qstash";
import { openQstash, type Qstash } from "../../../scripts/cloud/qstash.ts";
import { scheduler_batch_bytes_max } from "../../../src/limits.ts";
import { onPostgres } from "../../support/databases.ts";
import { type FreshDatabase } from "../../support/postgres.ts";

function withQstash(name: string, test: (qstash: Qstash, fresh: FreshDatabase) => Promise<void>) {
  onPostgres(name, async (fresh) => {
    await using qstash = openQstash(fresh.url);
    await test(qstash, fresh);
  });
}

function clientOf({ address: { url, token } }: Qstash) {
  return new Client({ baseUrl: url, token, devMode: false, retry: false, enableTelemetry: false });
}

async function post({ address }: Qstash, path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${address.token}`, ...init.headers };
  const answer = await fetch(address.url + path, { method: "POST", ...init, headers });
  return { status: answer.status, body: await answer.text() };
}

withQstash(
  "what QStash's client publishes arrives, and its receiver believes it",
  async (qstash) => {
    const arrived = Promise.withResolvers<{ signature: string; body: string }>();
    const shop = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
      const signature = request.headers.get("upstash-signature") ?? "";
      arrived.resolve({ signature, body: await request.text() });
      return new Response();
    });
    const url = `http://127.0.0.1:${shop.addr.port}/hooks/callbacks/lapse`;
    await clientOf(qstash).publishJSON({ url, body: { shop: "말" } });
    const { signature, body } = await arrived.promise;
    deepEqual(JSON.parse(body), { shop: "말" });
    const { currentSigningKey, nextSigningKey } = qstash.address;
    const receiver = new Receiver({ currentSigningKey, nextSigningKey, devMode: false });
    equal(await receiver.verify({ signature, body, url, clockTolerance: 5 }), true);
    await rejects(receiver.verify({ signature, body: `${body} `, url }));
    await shop.shutdown();
  },
);

withQstash("who has another token is told so by QStash's client", async (qstash) => {
  const address = { ...qstash.address, token: "guessed" };
  const asked = clientOf({ ...qstash, address }).publishJSON({ url: "https://a.example", body: 1 });
  await rejects(asked, { name: "QstashError", status: 401 });
});

withQstash(
  "a message that cannot be kept is told to QStash's client as an error of its own",
  async (qstash, fresh) => {
    await fresh.database.script("drop table scheduled_messages cascade");
    const asked = clientOf(qstash).publishJSON({ url: "https://a.example", body: 1 });
    await rejects(asked, { name: "QstashError", status: 500 });
  },
);

withQstash("what is no message, too large, or asked for elsewhere is refused", async (qstash) => {
  const refusals: [path: string, init: RequestInit, status: number][] = [
    ["/v2/publish/nowhere", {}, 400],
    ["/v2/publish/https://a.example", { headers: { "upstash-delay": "soon" } }, 400],
    ["/v2/batch", { body: "{" }, 400],
    ["/v2/publish/https://a.example", { body: new Uint8Array(scheduler_batch_bytes_max + 1) }, 413],
    ["/v2/nothing", {}, 404],
    ["/", {}, 404],
  ];
  for (const [path, init, status] of refusals) {
    const answer = await post(qstash, path, init);
    equal(answer.status, status, `${path} ${answer.body}`);
    match(answer.body, /^\{"error":/);
  }
});
