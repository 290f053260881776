import assert from "node:assert/strict";
import { type Town, townTest } from "./town.ts";

const later = (town: Town, path: string) =>
  town.client.publish({ url: `${town.origin}${path}`, delay: 60 });

async function arrived(town: Town): Promise<string[]> {
  town.pass(60);
  await town.scheduler.deliverDue();
  return town.arrivals.map((arrival) => arrival.path).sort();
}

townTest("a message that waits can be read", async (town) => {
  const { messageId } = await town.client.publish({
    url: town.origin,
    body: "hello",
    delay: 60,
    retries: 2,
    callback: `${town.origin}/told`,
  });
  const message = await town.client.messages.get(messageId);
  assert.equal(message.messageId, messageId);
  assert.equal(message.url, town.origin);
  assert.equal(message.method, "POST");
  assert.equal(message.body, "hello");
  assert.equal(message.maxRetries, 2);
  assert.equal(message.createdAt, town.now());
  assert.equal(message.notBefore, town.now() + 60_000);
  assert.equal(message.callback, `${town.origin}/told`);
  await assert.rejects(town.client.messages.get("msg_unknown"), /not found/);
});

townTest("a cancelled message is not delivered", async (town) => {
  const { messageId } = await later(town, "/1");
  await later(town, "/2");
  assert.deepEqual(await town.client.messages.cancel(messageId), { cancelled: 1 });
  await assert.rejects(town.client.messages.cancel(messageId), /not found/);
  assert.deepEqual(await arrived(town), ["/2"]);
});

townTest("messages are cancelled by ids, by URL and all", async (town) => {
  const ids = [];
  for (const n of [1, 2, 3, 4, 5]) ids.push((await later(town, `/${n}`)).messageId);
  const messages = town.client.messages;
  assert.deepEqual(await messages.cancel([ids[0]!, ids[1]!, "msg_unknown"]), { cancelled: 2 });
  const byUrl = await messages.cancel({ filter: { url: `${town.origin}/3` } });
  assert.deepEqual(byUrl, { cancelled: 1 });
  assert.deepEqual(await messages.cancel({ all: true }), { cancelled: 2 });
  assert.deepEqual(await messages.cancel({ all: true }), { cancelled: 0 });
  assert.deepEqual(await arrived(town), []);
});

townTest("a filter that is not understood cancels nothing", async (town) => {
  await later(town, "/1");
  await assert.rejects(
    town.client.messages.cancel({ filter: { label: "x" } }),
    /label is not supported/,
  );
  assert.deepEqual(await arrived(town), ["/1"]);
});

townTest("a message cancelled while it is under way is not retried", async (town) => {
  const { messageId } = await later(town, "/1");
  town.answer = async () => {
    await town.client.messages.cancel(messageId);
    return new Response("no", { status: 500 });
  };
  assert.deepEqual(await arrived(town), ["/1"]);
  town.pass(90 * 86_400);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 1);
  assert.deepEqual((await town.client.dlq.listMessages()).messages, []);
});
