import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { openUpstash, type UpstashFront } from "../../../scripts/cloud/upstash.ts";
import { onRedis } from "../../support/redis.ts";

/** Runs a test of the front with Upstash's own client, without the shop's adapter. */
function withClient(name: string, test: (redis: Redis, front: UpstashFront) => Promise<void>) {
  onRedis(name, async (server) => {
    await using front = openUpstash(server.url);
    await test(clientOf(front), front);
  });
}

function clientOf({ origin, token }: { origin: string; token: string }) {
  return new Redis({ url: origin, token, retry: false });
}

withClient(
  "Upstash's client runs commands, and gets what Redis refuses as its own error",
  async (redis) => {
    equal(await redis.set("a", '말, \r\n"quoted"'), "OK");
    equal(await redis.get("a"), '말, \r\n"quoted"');
    equal(await redis.get("nothing"), null);
    await redis.hset("h", { one: 1, two: "둘" });
    deepEqual(await redis.hgetall("h"), { one: 1, two: "둘" });
    await redis.zadd("z", { score: 1, member: "a" }, { score: 2.5, member: "b" });
    deepEqual(await redis.zrange("z", 0, -1, { withScores: true }), ["a", 1, "b", 2.5]);
    await rejects(redis.sadd("a", "b"), { name: "UpstashError", message: /WRONGTYPE/ });
  },
);

withClient("with and without base64 the answers are the same", async (_, { origin, token }) => {
  const as = { url: origin, token, retry: false, enableAutoPipelining: false } as const;
  const clients = [new Redis(as), new Redis({ ...as, responseEncoding: false })];
  await clients[0]!.rpush("list", "말", "x,y");
  for (const client of clients) {
    deepEqual(await client.lrange("list", 0, -1), ["말", "x,y"]);
    deepEqual(await client.pipeline().llen("list").lindex("list", 0).exec(), [2, "말"]);
    await rejects(client.incr("list"), { name: "UpstashError", message: /^WRONGTYPE/ });
  }
});

withClient("a pipeline and a transaction answer each command", async (redis) => {
  deepEqual(await redis.pipeline().set("n", 1).incr("n").get("n").exec(), ["OK", 2, 2]);
  deepEqual(await redis.multi().incr("n").incr("n").exec(), [3, 4]);
  const replies = await redis.pipeline().sadd("n", "x").incr("n").exec({ keepErrors: true });
  deepEqual(replies.map(({ error }) => error?.split(" ")[0]), ["WRONGTYPE", undefined]);
});

withClient("scripts run by their text and by their digest", async (redis) => {
  const script = `#!lua flags=allow-key-locking
    return {KEYS[1], ARGV[1], redis.call("INCR", KEYS[1])}`;
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(script));
  const sha = new Uint8Array(digest).toHex();
  await rejects(redis.evalsha(sha, ["k"], ["v"]), /NOSCRIPT/);
  deepEqual(await redis.eval(script, ["k"], ["v"]), ["k", "v", 1]);
  deepEqual(await redis.evalsha(sha, ["k"], ["v"]), ["k", "v", 2]);
});

withClient("Upstash's limiter counts through it", async (redis) => {
  for (const limiter of [Ratelimit.fixedWindow(3, "1 h"), Ratelimit.slidingWindow(3, "1 h")]) {
    const limit = new Ratelimit({
      redis,
      limiter,
      ephemeralCache: false,
      prefix: crypto.randomUUID(),
    });
    const answers = [];
    for (let asked = 0; asked < 5; asked++) answers.push((await limit.limit("somebody")).success);
    deepEqual(answers, [true, true, true, false, false]);
    equal((await limit.limit("somebody else")).success, true);
  }
});

withClient(
  "Upstash's client hears what is published until it stops listening",
  async (redis, front) => {
    const ear = redis.subscribe<unknown>("room: 1");
    const heard: unknown[] = [];
    const told = Promise.withResolvers<void>();
    ear.on("message", ({ message }) => heard.push(message) === 2 && told.resolve());
    await new Promise((begun) => ear.on("subscribe", begun));
    equal(await clientOf(front).publish("room: 1", { n: 1 }), 1);
    equal(await redis.publish("room: 1", "둘, 2"), 1);
    await told.promise;
    deepEqual(heard, [{ n: 1 }, "둘, 2"]);
    await ear.unsubscribe();
    const other = redis.subscribe("room: 1");
    const last = new Promise((heard) => other.on("message", heard));
    await new Promise((begun) => other.on("subscribe", begun));
    await redis.publish("room: 1", "late");
    await last;
    deepEqual(heard, [{ n: 1 }, "둘, 2"]);
    await other.unsubscribe();
  },
);

onRedis(
  "a Redis that is away is told to Upstash's client as an error of its own",
  async (server) => {
    await using front = openUpstash(server.url);
    const redis = clientOf(front);
    await redis.ping();
    await server.kill();
    await rejects(redis.get("a"), { name: "UpstashError", message: /away/ });
    await rejects(redis.pipeline().get("a").exec(), { name: "UpstashError" });
    await rejects(redis.multi().get("a").exec(), { name: "UpstashError" });
  },
);

withClient("who has another token is told so by Upstash's client", async (_, { origin }) => {
  const stranger = clientOf({ origin, token: "guessed" });
  await rejects(stranger.get("a"), { name: "UpstashError", message: /WRONGPASS/ });
  const failed = Promise.withResolvers<Error>();
  stranger.subscribe("room").on("error", failed.resolve);
  ok(/WRONGPASS/.test((await failed.promise).message));
});
