import assert from "node:assert/strict";
import { type Town, townTest } from "./town.ts";

const refusing = () => new Response("not now", { status: 503, headers: { "x-why": "busy" } });

/** How long after each failed attempt the next one came, to the second. */
async function waits(town: Town, count: number): Promise<number[]> {
  const seconds: number[] = [];
  await town.scheduler.deliverDue();
  for (let attempt = 1; attempt <= count; attempt++) {
    const { messageId } = await firstMessage(town);
    const dueAtMs = await dueAt(town, messageId);
    seconds.push((dueAtMs - town.now()) / 1_000);
    town.pass(seconds[attempt - 1]! - 0.001);
    await town.scheduler.deliverDue();
    assert.equal(town.arrivals.length, attempt);
    town.pass(0.001);
    await town.scheduler.deliverDue();
    assert.equal(town.arrivals.length, attempt + 1);
  }
  return seconds;
}

async function firstMessage(town: Town): Promise<{ messageId: string }> {
  const [row] = await town.database.query<{ messageId: string }>(
    `select id as "messageId" from scheduled_messages order by id limit 1`,
  );
  assert(row);
  return row;
}

async function dueAt(town: Town, id: string): Promise<number> {
  const [row] = await town.database.query<{ ms: number }>(
    `select (extract(epoch from due_at) * 1000)::float8 as ms from scheduled_messages where id = $1`,
    [id],
  );
  return row?.ms ?? NaN;
}

townTest(
  "a message that fails comes again after 12 s, 2.5 min, 30 min, 6 h, 24 h",
  async (town) => {
    town.answer = refusing;
    await town.client.publish({ url: town.origin, body: "again" });
    assert.deepEqual(await waits(town, 5), [12, 148, 1_808, 22_026, 86_400]);
    assert.deepEqual(town.arrivals.map((a) => a.headers.get("upstash-retried")), [..."012345"]);
    assert.equal((await town.client.dlq.listMessages()).messages.length, 1);
    town.pass(30 * 86_400);
    await town.scheduler.deliverDue();
    assert.equal(town.arrivals.length, 6);
  },
);

townTest("a message that succeeds at last is done", async (town) => {
  town.answer = ({ headers }) =>
    headers.get("upstash-retried") === "1" ? new Response() : refusing();
  const { messageId } = await town.client.publish({ url: town.origin });
  await waits(town, 1);
  await assert.rejects(town.client.messages.get(messageId), /not found/);
  assert.deepEqual((await town.client.dlq.listMessages()).messages, []);
});

townTest("the publisher may want fewer retries, or another delay", async (town) => {
  town.answer = refusing;
  await town.client.publish({ url: town.origin, retries: 2, retryDelay: "1500" });
  assert.deepEqual(await waits(town, 2), [1.5, 1.5]);
  assert.equal((await town.client.dlq.listMessages()).messages.length, 1);
});

townTest("more retries than the scheduler makes are as many as it makes", async (town) => {
  const { messageId } = await town.client.publish({ url: town.origin, retries: 99, delay: 60 });
  assert.equal((await town.client.messages.get(messageId)).maxRetries, 5);
});

townTest("a redirection is not followed: it is a failure", async (town) => {
  town.answer = () => Response.redirect(`${town.origin}/elsewhere`);
  await town.client.publish({ url: town.origin, retries: 0 });
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
  const { messages } = await town.client.dlq.listMessages();
  assert.equal(messages[0]?.responseStatus, 302);
});

townTest("a destination that nobody serves is a failure without a status", async (town) => {
  await town.client.publish({ url: "http://127.0.0.1:9/", retries: 0 });
  await town.scheduler.deliverDue();
  const { messages } = await town.client.dlq.listMessages();
  assert.equal(messages[0]?.responseStatus, 0);
  assert.deepEqual(town.logged, ["scheduler.message_given_up"]);
});

townTest("a destination that does not answer in time is a failure", async (town) => {
  let late: () => void = () => {};
  town.answer = () => new Promise((resolve) => late = () => resolve(new Response()));
  await town.client.publish({ url: town.origin, retries: 0, timeout: 1 });
  await town.scheduler.deliverDue();
  late();
  const { messages } = await town.client.dlq.listMessages();
  assert.equal(messages[0]?.responseStatus, 0);
  assert.equal(messages[0]?.responseBody, "timeout");
});

townTest("an answer without end is read to its bound", async (town) => {
  town.answer = () => new Response("é".repeat(1024 * 1024), { status: 500 });
  await town.client.publish({ url: town.origin, retries: 0 });
  await town.scheduler.deliverDue();
  const { messages } = await town.client.dlq.listMessages();
  assert.equal(messages[0]?.responseBody?.length, 32 * 1024);
});

townTest("a callback is told every answer, the failure callback the last", async (town) => {
  town.answer = ({ path }) => path === "/" ? refusing() : new Response();
  const { messageId } = await town.client.publish({
    url: `${town.origin}/`,
    body: "안녕",
    headers: { "x-shop": "7" },
    retries: 1,
    callback: `${town.origin}/told`,
    failureCallback: `${town.origin}/failed`,
  });
  await town.scheduler.deliverDue();
  town.pass(12);
  await town.scheduler.deliverDue();

  const paths = town.arrivals.map((a) => a.path);
  assert.deepEqual(paths.slice(0, 3), ["/", "/told", "/"]);
  assert.deepEqual(paths.slice(3).sort(), ["/failed", "/told"]);

  const failed = town.arrivals.find((a) => a.path === "/failed");
  const told = JSON.parse(failed?.body ?? "");
  const [letter] = (await town.client.dlq.listMessages()).messages;
  assert.equal(told.sourceMessageId, messageId);
  assert.equal(told.status, 503);
  assert.equal(told.retried, 1);
  assert.equal(told.maxRetries, 1);
  assert.equal(told.dlqId, letter?.dlqId);
  assert.equal(told.url, `${town.origin}/`);
  assert.deepEqual(told.header["x-why"], ["busy"]);
  assert.deepEqual(told.sourceHeader["x-shop"], ["7"]);
  assert.equal(atob(told.body), "not now");
  assert.equal(
    new TextDecoder().decode(Uint8Array.from(atob(told.sourceBody), (c) => c.charCodeAt(0))),
    "안녕",
  );
  assert(failed?.headers.get("upstash-signature"));
});

townTest("a callback is told of success too, and the failure callback is not", async (town) => {
  town.answer = ({ path }) => new Response(path === "/" ? "made" : "", { status: 201 });
  await town.client.publish({
    url: `${town.origin}/`,
    callback: `${town.origin}/told`,
    failureCallback: `${town.origin}/failed`,
  });
  await town.scheduler.deliverDue();
  assert.deepEqual(town.arrivals.map((a) => a.path), ["/", "/told"]);
  const told = JSON.parse(town.arrivals[1]?.body ?? "");
  assert.equal(told.status, 201);
  assert.equal(atob(told.body), "made");
});
