import assert from "node:assert/strict";
import { scheduler_deliveries_at_once_max } from "../../../src/limits.ts";
import type { EmbeddedScheduler } from "../../../edge/scheduler/scheduler.ts";
import type { Database } from "../../../src/platform.ts";
import { type Town, townTest } from "./town.ts";

async function publishMany(town: Town, count: number): Promise<void> {
  for (let done = 0; done < count; done += 100) {
    const size = Math.min(100, count - done);
    await town.client.batch(Array.from({ length: size }, () => ({ url: town.origin })));
  }
}

function arrivedIds(town: Town): (string | null)[] {
  return town.arrivals.map((arrival) => arrival.headers.get("upstash-message-id"));
}

/** Holds every delivery until it is let go. */
function gate(town: Town): { reached: Promise<void>; open: () => void } {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  town.answer = async () => {
    reached.resolve();
    await opened.promise;
    return new Response();
  };
  return { reached: reached.promise, open: opened.resolve };
}

/** A process that dies while it delivers: it claims, and then is heard of no more. */
function dying(town: Town): EmbeddedScheduler {
  let dead = false;
  const database: Database = {
    ...town.database,
    query: (...statement) =>
      dead ? Promise.reject(new Error("dead")) : town.database.query(...statement),
  };
  return town.another({
    database,
    fetch() {
      dead = true;
      return Promise.reject(new Error("dead"));
    },
  });
}

townTest("messages survive a restart", async (town) => {
  await town.client.publish({ url: `${town.origin}/1`, delay: 60 });
  await town.client.schedules.create({
    destination: `${town.origin}/2`,
    cron: "* * * * *",
    retries: 0,
  });
  town.scheduler.start();
  await town.scheduler.stop();
  town.pass(60);
  await town.another().deliverDue();
  assert.deepEqual(town.arrivals.map((a) => a.path).sort(), ["/1", "/2"]);
});

townTest("stopping settles what is under way and takes nothing new", async (town) => {
  const { reached, open } = gate(town);
  town.scheduler.start();
  const { messageId } = await town.client.publish({ url: town.origin });
  await reached;
  const stopped = town.scheduler.stop();
  open();
  await stopped;
  await assert.rejects(town.client.messages.get(messageId), /not found/);

  const next = await town.client.publish({ url: town.origin });
  await town.client.messages.get(next.messageId);
  assert.deepEqual(arrivedIds(town), [messageId]);
});

townTest("no more is under way at once than there is room for", async (town) => {
  let most = 0, underWay = 0;
  // Nobody is answered before all have come that may, and one more would have had the time.
  const full = Promise.withResolvers<void>();
  town.answer = async () => {
    most = Math.max(most, ++underWay);
    if (underWay === scheduler_deliveries_at_once_max) setTimeout(full.resolve, 50);
    await full.promise;
    underWay--;
    return new Response();
  };
  await publishMany(town, 50);
  town.scheduler.start();
  while (town.arrivals.length < 50) await new Promise((resolve) => setTimeout(resolve, 1));
  await town.scheduler.stop();
  assert.equal(most, scheduler_deliveries_at_once_max);
  assert.equal(new Set(arrivedIds(town)).size, 50);
});

townTest(
  "what a dead process had claimed is delivered when its lease ends",
  async (town) => {
    const { messageId } = await town.client.publish({ url: town.origin, timeout: 20 });
    await assert.rejects(dying(town).deliverDue(), /dead/);

    town.pass(49);
    await town.scheduler.deliverDue();
    assert.equal(town.arrivals.length, 0);
    town.pass(1);
    await town.scheduler.deliverDue();
    assert.deepEqual(arrivedIds(town), [messageId]);
    assert.equal(town.arrivals[0]?.headers.get("upstash-retried"), "0");
  },
);

townTest("who comes back after his lease has run out settles nothing", async (town) => {
  const { messageId } = await town.client.publish({ url: town.origin, retries: 3 });
  const late = Promise.withResolvers<Response>();
  const sleeper = town.another({ fetch: () => late.promise });
  const slept = sleeper.deliverDue();
  await claimed(town, messageId);

  town.pass(60);
  town.answer = () => new Response("", { status: 500 });
  await town.scheduler.deliverDue();
  late.resolve(new Response("too late"));
  await slept;
  assert.equal((await town.client.messages.get(messageId)).messageId, messageId);
  town.pass(12);
  await town.scheduler.deliverDue();
  assert.equal(town.arrivals.length, 2);
});

async function claimed(town: Town, messageId: string): Promise<void> {
  for (;;) {
    const rows = await town.database.query(
      `select from scheduled_messages where id = $1 and lease is not null`,
      [messageId],
    );
    if (rows.length > 0) return;
  }
}

/** Four processes share the work; answers how often each message arrived, at most. */
async function deliverTogether(town: Town, database: Database): Promise<number> {
  await publishMany(town, 300);
  const processes = [1, 2, 3, 4].map(() => town.another({ database }));
  await Promise.all(processes.map((process) => process.deliverDue()));
  const times = new Map<string | null, number>();
  for (const id of arrivedIds(town)) times.set(id, (times.get(id) ?? 0) + 1);
  assert.equal(times.size, 300);
  return Math.max(...times.values());
}

townTest("processes that share a database never deliver a leased message twice", async (town) => {
  assert.equal(await deliverTogether(town, town.database), 1);
}, { concurrent: true });

townTest("and without the lease they do", async (town) => {
  const leaseless: Database = {
    ...town.database,
    query: (text, parameters, options) =>
      town.database.query(
        text.replace("m.timeout_seconds + $4::int", "0 * $4::int"),
        parameters,
        options,
      ),
  };
  assert(await deliverTogether(town, leaseless) > 1);
}, { concurrent: true });

townTest("processes that share a database take each turn of a schedule once", async (town) => {
  await town.client.schedules.create({ destination: town.origin, cron: "* * * * *" });
  for (let minute = 1; minute <= 10; minute++) {
    town.pass(60);
    await Promise.all([1, 2, 3, 4].map(() => town.another().deliverDue()));
  }
  assert.equal(town.arrivals.length, 10);
}, { concurrent: true });
