import { deepEqual, equal, rejects } from "node:assert/strict";
import { overRest } from "../../../edge/redis/rest.ts";
import { RedisAway } from "../../../src/platform.ts";
import { freePort } from "../../../scripts/provide/port.ts";
import { openUpstash } from "../../../scripts/cloud/upstash.ts";
import { onRedis } from "../../support/redis.ts";

onRedis(
  "over REST a Redis that is away fails at once, and serves when it is back",
  async (server) => {
    await using front = openUpstash(server.url);
    const { redis, close } = overRest(front.origin, front.token);
    equal(await redis.set("a", 1), "OK");
    await server.kill();
    await rejects(redis.get("a"), RedisAway);
    await rejects(redis.pipeline().get("a").get("b").exec(), RedisAway);
    await rejects(redis.multi().get("a").get("b").exec(), RedisAway);
    await server.start();
    while (await redis.get("a").catch(() => "away") === "away");
    await close();
    await rejects(redis.get("a"), RedisAway);
  },
);

onRedis("a front that ends and comes back is listened to again", async (server) => {
  const port = freePort();
  let front = openUpstash(server.url, { port, token: "token" });
  const { redis, close } = overRest(front.origin, "token");
  const ear = redis.subscribe<number>("room");
  let begun = Promise.withResolvers<void>();
  const heard: number[] = [];
  let told = Promise.withResolvers<void>();
  ear.on("subscribe", () => begun.resolve());
  ear.on("message", ({ message }) => {
    heard.push(message);
    told.resolve();
  });
  await begun.promise;
  await redis.publish("room", 1);
  await told.promise;

  await front[Symbol.asyncDispose]();
  begun = Promise.withResolvers();
  told = Promise.withResolvers();
  await rejects(redis.publish("room", -1), RedisAway);
  front = openUpstash(server.url, { port, token: "token" });
  await begun.promise;
  equal(await redis.publish("room", 2), 1);
  await told.promise;
  deepEqual(heard, [1, 2]);
  await close();
  await front[Symbol.asyncDispose]();
});

onRedis("over REST who stops listening is gone, whenever it was", async (server) => {
  await using front = openUpstash(server.url);
  const { redis, close } = overRest(front.origin, front.token);
  for (let round = 0; round < 20; round++) {
    const ear = redis.subscribe("room");
    await new Promise((begun) => ear.on("subscribe", begun));
    const told = new Promise((heard) => ear.on("message", heard));
    await redis.publish("room", round);
    if (round % 2 === 0) await told;
    await ear.unsubscribe();
  }
  while (await redis.publish("room", "nobody") > 0);
  await close();
});

onRedis("who has another token is not let in, and told that Redis is away", async (server) => {
  await using front = openUpstash(server.url);
  const { redis, close } = overRest(front.origin, "guessed");
  await rejects(redis.get("a"), RedisAway);
  await rejects(redis.multi().get("a").exec(), RedisAway);
  await redis.subscribe("room").unsubscribe();
  await close();
});

const answers: Record<string, () => Response | Promise<Response>> = {
  "a page of a proxy": () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
  "an answer that is cut off": () => new Response('[{"result":'),
  "an answer to something else": () => Response.json({ result: "OK" }),
  "an account that may ask no more": () =>
    Response.json([{ error: "ERR max requests limit exceeded. Limit: 10000, Usage: 10000." }]),
  "an answer that never comes": () => new Promise(() => {}),
  "an answer that never ends": () => new Response(new ReadableStream()),
};

for (const [name, answer] of Object.entries(answers)) {
  Deno.test(`over REST ${name} is a Redis that is away`, async () => {
    let asked = 0;
    const silent = new AbortController();
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {}, signal: silent.signal },
      () => {
        asked++;
        return answer();
      },
    );
    const { redis, close } = overRest(`http://127.0.0.1:${server.addr.port}`, "token");
    await rejects(redis.incr("a"), RedisAway);
    equal(asked, 1, "nothing is asked for twice");
    await close();
    silent.abort();
    await server.finished;
  });
}

Deno.test("over REST a Redis that was never there does not hold anything up", async () => {
  const { redis, close } = overRest(`http://127.0.0.1:${freePort()}`, "token");
  await rejects(redis.get("a"), RedisAway);
  redis.subscribe("room");
  await close();
});

Deno.test("over REST what was cut off is not asked for again", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  let asked = 0;
  const cutting = (async () => {
    for await (const connection of listener) {
      await connection.read(new Uint8Array(64 * 1024));
      asked++;
      connection.close();
    }
  })();
  const { redis, close } = overRest(`http://127.0.0.1:${listener.addr.port}`, "token");
  await rejects(redis.incr("a"), RedisAway);
  equal(asked, 1);
  await close();
  listener.close();
  await cutting;
});
