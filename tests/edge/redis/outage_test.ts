import { deepEqual, equal, rejects } from "node:assert/strict";
import type { Redis } from "@upstash/redis";
import { overTcp } from "../../../edge/redis/tcp.ts";
import { RedisAway } from "../../../src/platform.ts";
import { freePort } from "../../../scripts/provide/port.ts";
import { onRedis } from "../../support/redis.ts";

const log = () => {};

onRedis("a Redis that is away fails at once, and serves when it is back", async (server) => {
  const { redis, close } = overTcp(server.url, log);
  equal(await redis.set("a", 1), "OK");
  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    await server.kill(signal);
    await rejects(redis.get("a"), RedisAway);
    await rejects(redis.pipeline().get("a").get("b").exec(), RedisAway);
    await server.start();
    await back(redis);
    equal(await redis.get("a"), null);
  }
  await close();
  await rejects(redis.get("a"), RedisAway);
});

Deno.test("a Redis that was never there does not hold anything up", async () => {
  const { redis, close } = overTcp(`redis://127.0.0.1:${freePort()}`, log);
  await rejects(redis.get("a"), RedisAway);
  await redis.subscribe("room").unsubscribe();
  await close();
});

onRedis(
  "a Redis that went silent is given up within the bound, and missed no more",
  async (server) => {
    const { redis, close } = overTcp(server.url, log);
    await redis.ping();
    server.freeze();
    await rejects(redis.get("a"), RedisAway);
    await rejects(redis.get("a"), RedisAway);
    server.thaw();
    await back(redis);
    await close();
  },
);

onRedis("a subscription comes back by itself, and says that there was a gap", async (server) => {
  const [one, other] = [overTcp(server.url, log), overTcp(server.url, log)];
  const ear = one.redis.subscribe<number>("room");
  let begun = Promise.withResolvers<void>();
  const heard: number[] = [];
  let told = Promise.withResolvers<void>();
  ear.on("subscribe", () => begun.resolve());
  ear.on("message", ({ message }) => {
    heard.push(message);
    told.resolve();
  });
  await begun.promise;
  await other.redis.publish("room", 1);
  await told.promise;

  for (const round of [2, 3]) {
    begun = Promise.withResolvers();
    told = Promise.withResolvers();
    await server.kill();
    await rejects(other.redis.publish("room", -1), RedisAway);
    await server.start();
    await Promise.all([begun.promise, back(other.redis)]);
    equal(await other.redis.publish("room", round), 1);
    await told.promise;
  }
  deepEqual(heard, [1, 2, 3]);
  await Promise.all([one.close(), other.close()]);
});

onRedis("a password and a database are those of the address", async (server) => {
  const url = server.url.replace("s3cret/?", encodeURIComponent("s3cret/?"));
  const [first, second, wrong] = [
    overTcp(url, log),
    overTcp(`${url}/1`, log),
    overTcp(url.replace("s3cret", "guess"), log),
  ];
  await first.redis.set("a", 1);
  equal(await second.redis.get("a"), null);
  equal(await first.redis.get("a"), 1);
  await rejects(wrong.redis.get("a"), RedisAway);
  await Promise.all([first.close(), second.close(), wrong.close()]);
}, { password: "s3cret/?" });

onRedis("the log says when Redis went, and when it came back", async (server) => {
  const told: string[] = [];
  const { redis, close } = overTcp(server.url, (_, event) => told.push(event));
  await redis.ping();
  await server.kill();
  await rejects(redis.ping(), RedisAway);
  await server.start();
  await back(redis);
  await close();
  deepEqual(told.filter((event) => event !== "redis.unreachable"), ["redis.away", "redis.back"]);
});

/** Asks until it answers: that it does is what is shown. */
async function back(redis: Redis) {
  for (;;) {
    try {
      return await redis.ping();
    } catch (error) {
      if (!(error instanceof RedisAway)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
