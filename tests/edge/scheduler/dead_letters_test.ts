import assert from "node:assert/strict";
import { type Town, townTest } from "./town.ts";

/** Publishes messages that nobody takes. @returns the letters, oldest first */
async function deadLetters(town: Town, count: number) {
  town.answer = () => new Response("\0broken", { status: 500, headers: { "x-why": "bug" } });
  for (let n = 0; n < count; n++) {
    await town.client.publish({ url: `${town.origin}/${n}`, body: `body ${n}`, retries: 0 });
    await town.scheduler.deliverDue();
  }
  return (await town.client.dlq.listMessages()).messages;
}

townTest("a dead letter tells what was sent and what was answered", async (town) => {
  const [letter] = await deadLetters(town, 1);
  assert(letter);
  assert.equal(letter.url, `${town.origin}/0`);
  assert.equal(letter.body, "body 0");
  assert.equal(letter.responseStatus, 500);
  assert.equal(letter.responseBody, "\uFFFDbroken");
  assert.deepEqual(letter.responseHeader?.["x-why"], ["bug"]);

  const answer = await fetch(`${town.schedulerUrl}/v2/dlq/${letter.dlqId}`, {
    headers: { authorization: "Bearer a-token" },
  });
  const found = await answer.json();
  assert.equal(found.messageId, letter.messageId);
});

townTest("dead letters are listed by page and by filter", async (town) => {
  const all = await deadLetters(town, 5);
  const first = await town.client.dlq.listMessages({ count: 3 });
  const second = await town.client.dlq.listMessages({ count: 3, cursor: first.cursor });
  assert.deepEqual([...first.messages, ...second.messages], all);
  assert.equal(second.cursor, undefined);

  const urls = [`${town.origin}/1`, `${town.origin}/4`];
  const filtered = await town.client.dlq.listMessages({ filter: { url: urls } });
  assert.deepEqual(filtered.messages.map((m) => m.url), urls);
  const chosen = await town.client.dlq.listMessages({ dlqIds: [all[2]!.dlqId] });
  assert.deepEqual(chosen.messages, [all[2]]);
});

townTest("dead letters are deleted one by one, by id and all", async (town) => {
  const all = await deadLetters(town, 6);
  await town.client.dlq.delete(all[0]!.dlqId);
  await assert.rejects(town.client.dlq.delete(all[0]!.dlqId), /not found/);
  assert.equal((await town.client.dlq.delete([all[1]!.dlqId, "dlq_unknown"])).deleted, 1);

  let deleted = 0;
  let cursor: string | undefined;
  do {
    const page = await town.client.dlq.delete({ all: true, count: 3, cursor });
    deleted += page.deleted;
    cursor = page.cursor;
  } while (cursor);
  assert.equal(deleted, 4);
  assert.deepEqual((await town.client.dlq.listMessages()).messages, []);
});

townTest("a dead letter that is retried is a new message with all its attempts", async (town) => {
  const [letter] = await deadLetters(town, 2);
  assert(letter);
  town.answer = () => new Response();
  town.arrivals.length = 0;
  const { responses } = await town.client.dlq.retry(letter.dlqId);
  const [revived] = responses;
  assert(revived && revived.messageId !== letter.messageId);
  await town.scheduler.deliverDue();
  const [arrival] = town.arrivals;
  assert.equal(town.arrivals.length, 1);
  assert.equal(arrival?.headers.get("upstash-message-id"), revived.messageId);
  assert.equal(arrival?.headers.get("upstash-retried"), "0");
  assert.equal(arrival?.body, "body 0");
  assert.equal((await town.client.dlq.listMessages()).messages.length, 1);
});

townTest("a filter that is not understood takes nothing away", async (town) => {
  await deadLetters(town, 1);
  await assert.rejects(
    town.client.dlq.delete({ filter: { responseStatus: 404 } }),
    /responseStatus is not supported/,
  );
  assert.equal((await town.client.dlq.listMessages()).messages.length, 1);
});

townTest("dead letters are kept for seven days", async (town) => {
  await deadLetters(town, 1);
  const startedAnew = town.another();
  town.pass(7 * 86_400 - 1);
  await run(startedAnew);
  assert.equal((await town.client.dlq.listMessages()).messages.length, 1);
  town.pass(601);
  await run(startedAnew);
  assert.equal((await town.client.dlq.listMessages()).messages.length, 0);
});

async function run(scheduler: Town["scheduler"]): Promise<void> {
  scheduler.start();
  await scheduler.stop();
}
