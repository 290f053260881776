import { deepEqual, equal, rejects } from "node:assert/strict";
import { eachRedis } from "../../support/redis.ts";

/** A deadline that a few requests on a busy machine do not outlast. */
const soon_ms = 500;

eachRedis("a string is kept, counted and taken back", async (redis, key) => {
  equal(await redis.get(key("a")), null);
  equal(await redis.set(key("a"), '말, \r\n"quoted"'), "OK");
  equal(await redis.get(key("a")), '말, \r\n"quoted"');
  equal(await redis.exists(key("a"), key("b"), key("a")), 2);
  equal(await redis.del(key("a"), key("b")), 1);
  equal(await redis.get(key("a")), null);

  equal(await redis.incr(key("n")), 1);
  equal(await redis.incrby(key("n"), 41), 42);
  equal(await redis.get(key("n")), 42);
});

eachRedis("an object comes back as it was", async (redis, key) => {
  const value = { update: "AAEC", from: "a", parts: [1, null, "2"] };
  await redis.set(key("a"), value);
  deepEqual(await redis.get(key("a")), value);
});

eachRedis("the first who sets a key has it until it expires", async (redis, key, pass) => {
  equal(await redis.set(key("a"), "one", { nx: true, px: soon_ms }), "OK");
  equal(await redis.set(key("a"), "two", { nx: true, px: soon_ms }), null);
  await pass(soon_ms);
  equal(await redis.get(key("a")), null);
  equal(await redis.set(key("a"), "three", { xx: true }), null);
  equal(await redis.set(key("a"), "four", { nx: true, ex: 50 }), "OK");
  equal(await redis.ttl(key("a")), 50);
  equal(await redis.set(key("a"), "five"), "OK");
  equal(await redis.ttl(key("a")), -1);
});

eachRedis(
  "whatever has a deadline goes with it, and what has none stays",
  async (redis, key, pass) => {
    await redis.sadd(key("set"), "a");
    await redis.zadd(key("sorted"), { score: 1, member: "a" });
    equal(await redis.pexpire(key("set"), soon_ms), 1);
    equal(await redis.pexpire(key("nothing"), soon_ms), 0);
    equal(await redis.pttl(key("sorted")), -1);
    equal(await redis.pttl(key("nothing")), -2);
    await redis.sadd(key("set"), "b");
    await pass(soon_ms);
    deepEqual(await redis.smembers(key("set")), []);
    deepEqual(await redis.zrange(key("sorted"), 0, -1), ["a"]);
    equal(await redis.expire(key("sorted"), 10), 1);
    equal(await redis.ttl(key("sorted")), 10);
    equal(await redis.del(key("sorted")), 1);
    equal(await redis.exists(key("sorted")), 0);
  },
);

eachRedis("sets hold each member once, and are counted together", async (redis, key) => {
  equal(await redis.sadd(key("one"), "a", "b", "b"), 2);
  equal(await redis.sadd(key("one"), "b"), 0);
  equal(await redis.sadd(key("two"), "b", "c"), 2);
  equal(await redis.scard(key("one")), 2);
  equal(await redis.sismember(key("one"), "a"), 1);
  equal(await redis.sismember(key("one"), "c"), 0);
  deepEqual((await redis.sunion(key("one"), key("two"), key("none"))).sort(), ["a", "b", "c"]);
  equal(await redis.sunionstore(key("all"), key("one"), key("two")), 3);
  equal(await redis.srem(key("one"), "a", "z"), 1);
  equal(await redis.srem(key("one"), "b"), 1);
  equal(await redis.exists(key("one")), 0);
  deepEqual((await redis.smembers(key("all"))).sort(), ["a", "b", "c"]);
  equal(await redis.sunionstore(key("all"), key("none")), 0);
  equal(await redis.exists(key("all")), 0);
});

eachRedis("a sorted set stands in the order of its scores", async (redis, key) => {
  const [first, ...rest] = [["c", 3], ["a", 1], ["b", 2], ["aa", 1]]
    .map(([member, score]) => ({ member, score: Number(score) }));
  equal(await redis.zadd(key("z"), first!, ...rest), 4);
  equal(await redis.zadd(key("z"), { score: 4, member: "a" }), 0);
  deepEqual(await redis.zrange(key("z"), 0, -1), ["aa", "b", "c", "a"]);
  deepEqual(await redis.zrange(key("z"), 1, -2), ["b", "c"]);
  deepEqual(await redis.zrange(key("z"), -100, 0), ["aa"]);
  deepEqual(await redis.zrange(key("z"), 3, -3), []);
  equal(await redis.zscore(key("z"), "a"), 4);
  equal(await redis.zscore(key("z"), "nobody"), null);
  equal(await redis.zremrangebyscore(key("z"), 1, 2), 2);
  equal(await redis.zremrangebyscore(key("z"), "-inf", "(4"), 1);
  equal(await redis.zcard(key("z")), 1);
  equal(await redis.zrem(key("z"), "a", "b"), 1);
  equal(await redis.exists(key("z")), 0);
});

eachRedis("many commands go at once, and each has its answer", async (redis, key) => {
  const all = redis.pipeline().set(key("a"), 1).incr(key("a")).get(key("a")).smembers(key("none"));
  deepEqual(await all.exec(), ["OK", 2, 2, []]);
  const together = redis.multi().sadd(key("s"), "x").scard(key("s"));
  deepEqual(await together.exec(), [1, 1]);
});

eachRedis("what one of them is refused does not stop the others", async (redis, key) => {
  await redis.set(key("text"), "a");
  for (const many of [redis.pipeline(), redis.multi()]) {
    const answers = await many.incr(key("n")).sadd(key("text"), "b").incr(key("n"))
      .exec({ keepErrors: true });
    deepEqual(answers.map(({ error }) => error?.split(" ")[0]), [
      undefined,
      "WRONGTYPE",
      undefined,
    ]);
  }
  equal(await redis.get(key("n")), 4);
});

eachRedis("what Redis refuses is told in its words", async (redis, key) => {
  await redis.set(key("text"), "a");
  await rejects(redis.sadd(key("text"), "b"), /WRONGTYPE/);
  await rejects(redis.zadd(key("text"), { score: 1, member: "b" }), /WRONGTYPE/);
  await rejects(redis.incr(key("text")), /ERR value is not an integer/);
  await rejects(redis.exec(["nonsense", "x"]), /ERR unknown command 'nonsense'/);
  await rejects(redis.exec(["sadd", "x"]), /ERR wrong number of arguments for 'sadd'/);
});

eachRedis(
  "what is published is heard by all who listen, and by nobody after",
  async (redis, key) => {
    const heard: unknown[] = [];
    const told = Promise.withResolvers<void>();
    const [one, other] = [1, 2].map(() => redis.subscribe<{ n: number }>(key("room")));
    for (const ear of [one!, other!]) {
      ear.on("message", ({ message }) => {
        heard.push(message);
        if (heard.length === 4) told.resolve();
      });
    }
    await Promise.all(
      [one!, other!].map((ear) => new Promise((begun) => ear.on("subscribe", begun))),
    );
    await redis.publish(key("another"), { n: 0 });
    await redis.publish(key("room"), { n: 1 });
    await redis.publish(key("room"), { n: 2 });
    await told.promise;
    deepEqual(heard, [{ n: 1 }, { n: 1 }, { n: 2 }, { n: 2 }]);

    await one!.unsubscribe();
    const third = redis.subscribe<{ n: number }>(key("room"));
    const last = new Promise((told) => third.on("message", ({ message }) => told(message)));
    await new Promise((begun) => third.on("subscribe", begun));
    await redis.publish(key("room"), { n: 3 });
    deepEqual(await last, { n: 3 });
    deepEqual(heard.slice(4), [{ n: 3 }]);
    await Promise.all([other!, third].map((ear) => ear.unsubscribe()));
  },
);

eachRedis("who comes back to a channel hears it again, once", async (redis, key) => {
  for (let round = 0; round < 20; round++) {
    const ear = redis.subscribe<number>(key("room"));
    const heard: number[] = [];
    const done = new Promise((told) =>
      ear.on("message", ({ message }) => heard.push(message) === 2 && told(0))
    );
    await new Promise((begun) => ear.on("subscribe", begun));
    await redis.publish(key("room"), round);
    await redis.publish(key("room"), -1);
    await done;
    deepEqual(heard, [round, -1]);
    await ear.unsubscribe();
  }
});
