import { deepEqual, equal } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { Redis } from "@upstash/redis";
import { inProcess } from "../../../edge/redis/in_process.ts";
import { overTcp } from "../../../edge/redis/tcp.ts";
import type { Database } from "../../../src/platform.ts";
import { Attendance } from "../../../src/room/attendance.ts";
import { type ViewerCount, Viewers } from "../../../src/room/viewers.ts";
import { anyDatabase } from "../../support/databases.ts";
import { eachRedis, onRedis } from "../../support/redis.ts";
import { setScene } from "../../support/scene.ts";

anyDatabase("a person with many tabs is one viewer, until the last is closed", async (database) => {
  const { process, tick, showId } = await hall(database);
  const one = process();
  const tabs = [one.enter("mina"), one.enter("mina"), one.enter("guest")];
  await tick();
  equal(one.told.at(-1)?.now, 2);
  tabs[0]!();
  await tick();
  equal(one.told.length, 1);
  tabs[1]!();
  await tick();
  deepEqual(one.told.map(({ now }) => now), [2, 1]);
  equal(await peakOf(database, showId), 2);
});

anyDatabase("a person who watches by several processes is one viewer", async (database) => {
  const { process, tick } = await hall(database);
  const [one, other, third] = [process(), process(), process()];
  one.enter("mina");
  other.enter("mina");
  other.enter("june");
  const leave = third.enter("guest");
  await tick();
  await tick();
  deepEqual(now([one, other, third]), [3, 3, 3]);
  leave();
  await tick();
  await tick();
  deepEqual(now([one, other]), [2, 2]);
});

anyDatabase("who was in a process that was killed drops out in half a minute", async (database) => {
  const { process, tick, pass, kill } = await hall(database);
  const [one, other] = [process(), process()];
  one.enter("mina");
  other.enter("mina");
  other.enter("june");
  await tick();
  await tick();
  equal(one.told.at(-1)?.now, 2);

  kill(other);
  for (let second = 0; second < 29; second++) await pass(1000);
  equal(one.told.at(-1)?.now, 2);
  await pass(1000);
  equal(one.told.at(-1)?.now, 1);
  // The one that lives is still counted by others a while later.
  for (let second = 0; second < 60; second++) await pass(1000);
  const third = process();
  third.enter("guest");
  await tick();
  equal(third.told.at(-1)?.now, 2);
});

anyDatabase("a process that closes takes its viewers with it at once", async (database) => {
  const { process, tick, kill } = await hall(database);
  const [one, other] = [process(), process()];
  one.enter("mina");
  other.enter("june");
  await tick();
  await tick();
  equal(one.told.at(-1)?.now, 2);
  await other.viewers.close();
  kill(other);
  await tick();
  equal(one.told.at(-1)?.now, 1);
});

anyDatabase("shows are counted apart", async (database) => {
  const { process, tick } = await hall(database);
  const one = process();
  const { showId } = await setScene(database, { stock: [1] });
  one.enter("mina");
  one.viewers.enter(showId, "june");
  one.viewers.enter(showId, "guest");
  await tick();
  deepEqual(one.told.map(({ now }) => now).sort(), [1, 2]);
});

anyDatabase("the peak is of the show on air, over all processes, and stays", async (database) => {
  const { process, tick, pass, live, showId } = await hall(database);
  const one = process();
  const early = ["a", "b", "c", "d"].map(one.enter);
  live(false);
  await tick();
  deepEqual(one.told.at(-1), { now: 4, peak: 0 });
  early.slice(1).forEach((leave) => leave());
  live(true);
  await tick();
  deepEqual(one.told.at(-1), { now: 1, peak: 1 });
  const [leaveOne, leaveOther] = [one.enter("e"), one.enter("f")];
  await tick();
  deepEqual(one.told.at(-1), { now: 3, peak: 3 });
  equal(await peakOf(database, showId), 0, "it is not written each second");
  await pass(5000);
  equal(await peakOf(database, showId), 3);

  one.enter("g");
  await tick();
  leaveOne();
  leaveOther();
  live(false);
  await tick();
  deepEqual(one.told.at(-1), { now: 2, peak: 4 });
  equal(await peakOf(database, showId), 4, "the end of the show writes it");
  ["h", "i", "j"].forEach(one.enter);
  await pass(60_000);
  deepEqual(one.told.at(-1), { now: 5, peak: 4 });

  const late = process();
  late.enter("k");
  await tick();
  deepEqual(late.told.at(-1), { now: 6, peak: 4 });
});

anyDatabase("a show that is on air for a moment has its peak", async (database) => {
  const { process, tick, live, showId } = await hall(database);
  const one = process();
  live(false);
  const leave = one.enter("mina");
  await tick();
  live(true);
  await tick();
  live(false);
  await tick();
  equal(await peakOf(database, showId), 1);

  live(true);
  one.enter("june")();
  const leaveOther = one.enter("noah");
  await tick();
  [leave, leaveOther].forEach((left) => left());
  await tick();
  equal(await peakOf(database, showId), 2, "the last who leaves has it written");
});

anyDatabase("a peak that another process saw is told, and none takes it back", async (database) => {
  const { process, tick, pass, showId } = await hall(database);
  const one = process();
  one.enter("mina");
  await tick();
  await database.query("update shows set viewers_peak = 50 where id = $1", [showId]);
  await pass(5000);
  deepEqual(one.told.at(-1), { now: 1, peak: 50 });
  one.enter("june");
  await pass(5000);
  equal(await peakOf(database, showId), 50);
});

anyDatabase("a database that is away dims the peak and stops nothing", async (database) => {
  const { process, tick } = await hall(database);
  const broken = { ...database, query: () => Promise.reject(new Error("away")) };
  const one = process({ database: broken as Database });
  one.enter("mina");
  await tick();
  deepEqual(one.told.at(-1), { now: 1, peak: 1 });
});

onRedis("without Redis each process counts its own, and with it again all", async (server) => {
  const ports = [overTcp(server.url, () => {}), overTcp(server.url, () => {})];
  const [one, other] = ports.map(({ redis }) => new Attendance(redis, Date.now, () => {}));
  const showId = crypto.randomUUID();
  const [here, there] = [new Set(["mina", "june"]), new Set(["mina", "guest", "noah"])];
  const counts = async () => [await one!.count(showId, here), await other!.count(showId, there)];
  await counts();
  deepEqual(await counts(), [4, 4]);

  await server.kill();
  deepEqual(await counts(), [2, 3]);
  await server.start();
  while ((await counts()).join() !== "4,4") await new Promise((rested) => setTimeout(rested, 10));
  await Promise.all(ports.map(({ close }) => close()));
});

eachRedis("a Redis that forgot everything without a word is told anew", async (redis, key) => {
  const showId = key("show");
  const [one, other] = [1, 2].map(() => new Attendance(redis, Date.now, () => {}));
  const many = new Set(Array.from({ length: 2500 }, (_, n) => `guest ${n}`));
  equal(await one!.count(showId, many), 2500);
  equal(await other!.count(showId, new Set(["mina"])), 2501);

  await forget(redis, showId);
  await one!.count(showId, new Set([...many, "june"]));
  await one!.count(showId, new Set([...many, "june"]));
  await other!.count(showId, new Set(["noah"]));
  equal(await other!.count(showId, new Set(["noah"])), 2502);
  equal(await one!.count(showId, new Set([...many].slice(0, 10))), 11);
});

eachRedis("what is kept of a show goes by itself", async (redis, key) => {
  const showId = key("show");
  const [one, other] = [1, 2].map(() => new Attendance(redis, Date.now, () => {}));
  await one!.count(showId, new Set(["mina"]));
  await other!.count(showId, new Set(["june"]));
  const processes = await redis.zrange<string[]>(`viewers:${showId}`, 0, -1);
  const kept = [`viewers:${showId}`, `viewers:${showId}:all`, ...keysOf(showId, processes)];
  for (const name of kept) equal(await redis.ttl(name), 30, name);

  await one!.count(showId, new Set());
  equal(await other!.count(showId, new Set(["june"])), 1);
  await other!.count(showId, new Set());
  equal(await redis.exists(`viewers:${showId}`, ...keysOf(showId, processes)), 0);
});

function keysOf(showId: string, processes: readonly string[]): string[] {
  return processes.map((process) => `viewers:${showId}:${process}`);
}

async function forget(redis: Redis, showId: string) {
  const processes = await redis.zrange<string[]>(`viewers:${showId}`, 0, -1);
  await redis.del(`viewers:${showId}`, ...keysOf(showId, processes));
}

/** A live show, processes where it is watched, and a clock that is moved by hand. */
async function hall(database: Database) {
  const { showId } = await setScene(database, { stock: [1] });
  let now = 1_000_000;
  let onAir = true;
  const redis = inProcess(() => now);
  type Process = ReturnType<typeof process>;
  const alive = new Set<Process>();

  function process(given: { database?: Database } = {}) {
    const told: ViewerCount[] = [];
    const viewers = new Viewers({
      database,
      log: () => {},
      attendance: new Attendance(redis, () => now, () => {}),
      now: () => now,
      isLive: () => onAir,
      tell: (_, count) => isDeepStrictEqual(told.at(-1), count) || told.push(count),
      ...given,
    });
    const made = { viewers, told, enter: (viewer: string) => viewers.enter(showId, viewer) };
    alive.add(made);
    return made;
  }

  async function tick() {
    for (const { viewers } of alive) await viewers.tick();
  }

  return {
    showId,
    process,
    tick,
    /** It ticks no more, and tells nobody. */
    kill: (process: Process) => alive.delete(process),
    live: (is: boolean) => onAir = is,
    async pass(ms: number) {
      now += ms;
      await tick();
    },
  };
}

function now(processes: readonly { told: readonly ViewerCount[] }[]) {
  return processes.map(({ told }) => told.at(-1)?.now);
}

async function peakOf(database: Database, showId: string): Promise<number> {
  const [row] = await database.query<{ viewers_peak: number }>(
    "select viewers_peak from shows where id = $1",
    [showId],
  );
  return row!.viewers_peak;
}
