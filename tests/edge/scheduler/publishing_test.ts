import assert from "node:assert/strict";
import { Client, QstashError, Receiver } from "@upstash/qstash";
import { keys, townTest } from "./town.ts";

townTest("a message is delivered as it was published, signed as QStash signs", async (town) => {
  const url = `${town.origin}/hooks/callbacks/lapse?show=1&q=a//b`;
  const { messageId } = await town.client.publishJSON({
    url,
    method: "PUT",
    body: { text: "안녕" },
    headers: { "X-Shop": "한".codePointAt(0)!.toString(), Authorization: "Bearer theirs" },
  });
  await town.scheduler.deliverDue();

  const [arrival] = town.arrivals;
  assert(arrival);
  assert.equal(arrival.path, "/hooks/callbacks/lapse?show=1&q=a//b");
  assert.equal(arrival.method, "PUT");
  assert.equal(arrival.body, '{"text":"안녕"}');
  assert.equal(arrival.headers.get("content-type"), "application/json");
  assert.equal(arrival.headers.get("x-shop"), "54620");
  assert.equal(arrival.headers.get("authorization"), "Bearer theirs");
  assert.equal(arrival.headers.get("upstash-message-id"), messageId);
  assert.equal(arrival.headers.get("upstash-retried"), "0");
  assert.equal(arrival.headers.get("upstash-schedule-id"), null);

  const { currentSigningKey, nextSigningKey } = keys;
  const receiver = new Receiver({ currentSigningKey, nextSigningKey, devMode: false });
  const signature = arrival.headers.get("upstash-signature") ?? "";
  assert(await receiver.verify({ signature, body: arrival.body, url, clockTolerance: 5 }));
  await assert.rejects(receiver.verify({ signature, body: "{}", url }));
});

townTest("a started scheduler is woken by a publication", async (town) => {
  const arrived = new Promise<void>((resolve) => {
    town.answer = () => (resolve(), new Response());
  });
  town.scheduler.start();
  await town.client.publish({ url: town.origin });
  await arrived;
});

townTest("a delay is waited for, and not longer", async (town) => {
  await town.client.publish({ url: town.origin, delay: 90 });
  town.pass(89);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);
  town.pass(1);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
});

townTest("not-before wins over a delay, and one that has passed means now", async (town) => {
  const inAnHour = Math.ceil(town.now() / 1_000) + 3_600;
  await town.client.publish({ url: `${town.origin}/later`, notBefore: inAnHour, delay: 5 });
  await town.client.publish({ url: `${town.origin}/now`, notBefore: 1 });
  await town.scheduler.deliverDue();
  assert.deepEqual(town.arrivals.map((a) => a.path), ["/now"]);
  town.pass(3_601);
  await town.scheduler.deliverDue();
  assert.deepEqual(town.arrivals.map((a) => a.path), ["/now", "/later"]);
});

townTest("an id of deduplication counts once in ten minutes, delivered or not", async (town) => {
  const ask = () => town.client.publish({ url: town.origin, deduplicationId: "lapse-7" });
  const first = await ask();
  const second = await ask();
  await town.scheduler.deliverDue();
  town.pass(599);
  const third = await ask();
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
  assert.deepEqual(second, { messageId: first.messageId, deduplicated: true });
  assert.deepEqual(third, second);

  town.pass(1);
  assert.notEqual((await ask()).messageId, first.messageId);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 2);
});

townTest("many that ask at once under one id are one", async (town) => {
  const asked = Array.from(
    { length: 24 },
    () => town.client.publish({ url: town.origin, deduplicationId: "rush" }),
  );
  const ids = new Set((await Promise.all(asked)).map((receipt) => receipt.messageId));
  await town.scheduler.deliverDue();
  assert.equal(ids.size, 1);
  assert.equal(town.arrivals.length, 1);
});

townTest("the same content counts once where content is what is compared", async (town) => {
  const publish = (body: string, delay?: number) =>
    town.client.publish({ url: town.origin, body, delay, contentBasedDeduplication: true });
  await publish("a");
  await publish("a");
  await publish("b");
  await publish("a", 1);
  await town.scheduler.deliverDue();
  assert.deepEqual(town.arrivals.map((a) => a.body).sort(), ["a", "b"]);
  town.pass(1);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 3);
});

townTest("a batch is kept in one statement, its repetitions once", async (town) => {
  const receipts = await town.client.batchJSON([
    { url: `${town.origin}/1`, body: { n: 1 }, deduplicationId: "z" },
    { url: `${town.origin}/2`, body: { n: 2 }, deduplicationId: "a" },
    { url: `${town.origin}/3`, body: { n: 3 }, deduplicationId: "z" },
    { url: `${town.origin}/4`, body: { n: 4 }, delay: 60 },
  ]);
  await town.scheduler.deliverDue();
  assert.equal(receipts.length, 4);
  assert.deepEqual(receipts[2], { ...receipts[0], deduplicated: true });
  assert.deepEqual(town.arrivals.map((a) => a.body).sort(), ['{"n":1}', '{"n":2}']);
});

townTest("a GET is sent without a body, and its signature says so", async (town) => {
  await town.client.publish({ url: town.origin, method: "GET", body: "ignored" });
  await town.scheduler.deliverDue();
  const [arrival] = town.arrivals;
  const { currentSigningKey, nextSigningKey } = keys;
  const receiver = new Receiver({ currentSigningKey, nextSigningKey, devMode: false });
  const signature = arrival?.headers.get("upstash-signature") ?? "";
  assert(await receiver.verify({ signature, body: "", url: town.origin, clockTolerance: 5 }));
});

townTest("the client reads the keys that deliveries are signed with", async (town) => {
  const answer = await fetch(`${town.schedulerUrl}/v2/keys`, {
    headers: { authorization: `Bearer ${keys.token}` },
  });
  assert.deepEqual(await answer.json(), { current: "sig_current", next: "sig_next" });
});

townTest("who does not hold the token gets nothing and changes nothing", async (town) => {
  const { messageId } = await town.client.publish({ url: town.origin, delay: 60 });
  for (const token of ["another-token", "a-toke", "a-token2"]) {
    const stranger = new Client({ baseUrl: town.schedulerUrl, token, devMode: false });
    const refused = (error: unknown) => error instanceof QstashError && error.status === 401;
    await assert.rejects(stranger.publish({ url: town.origin }), refused);
    await assert.rejects(stranger.messages.get(messageId), refused);
    await assert.rejects(stranger.messages.cancel({ all: true }), refused);
    await assert.rejects(stranger.schedules.list(), refused);
    await assert.rejects(stranger.dlq.listMessages(), refused);
  }
  const nobody = await fetch(`${town.schedulerUrl}/v2/keys`);
  assert.equal(nobody.status, 401);
  await nobody.body?.cancel();
  town.pass(60);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
});

townTest("what cannot be kept is refused in words", async (town) => {
  const url = town.origin;
  const refusals: [status: number, word: RegExp, Parameters<Client["publish"]>[0]][] = [
    [400, /destination/, { url: "ftp://127.0.0.1/" }],
    [400, /destination/, { url: "not-a-url" }],
    [400, /destination/, { url: "http://user:secret@127.0.0.1/" }],
    [400, /destination may have 2048/, { url: `${url}/${"a".repeat(2_048)}` }],
    [400, /callback/, { url, callback: "mailto:someone" }],
    [400, /failure-callback/, { url, failureCallback: "x" }],
    [400, /delay/, { url, delay: "9" as never }],
    [400, /90 days/, { url, delay: "91d" }],
    [400, /90 days/, { url, notBefore: 4_000_000_000 }],
    [400, /not-before/, { url, notBefore: -1 }],
    [400, /retry-delay/, { url, retryDelay: "pow(2, retried)" }],
    [400, /retries/, { url, retries: -1 }],
    [400, /timeout/, { url, timeout: 0 }],
    [400, /200 characters/, { url, deduplicationId: "a".repeat(201) }],
    [400, /flow-control/, { url, flowControl: { key: "k", parallelism: 1 } }],
    [400, /text/, { url, body: "a\0b" }],
    [400, /UTF-8/, { url, body: new Blob([new Uint8Array([0xff, 0xfe])]) }],
    [413, /65536 bytes/, { url, body: "a".repeat(64 * 1024 + 1) }],
    [413, /1048576 bytes/, { url, body: "a".repeat(1024 * 1024 + 1) }],
  ];
  for (const [status, word, request] of refusals) {
    await assert.rejects(town.client.publish(request), (error) => {
      assert(error instanceof QstashError);
      assert.equal(error.status, status, error.message);
      assert.match(error.message, word);
      return true;
    });
  }
  await assert.rejects(town.client.queue({ queueName: "q" }).enqueue({ url }), /not supported/);
  await assert.rejects(town.client.batch([{ url, queueName: "q" }]), /queues/);
  await town.client.publish({ url, body: "a".repeat(64 * 1024), delay: "90d" });
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 0);
});
