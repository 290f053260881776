import { deepEqual, equal } from "node:assert/strict";
import type { Redis } from "@upstash/redis";
import { overTcp } from "../../../edge/redis/tcp.ts";
import { Join } from "../../../src/room/join.ts";
import { eachRedis, onRedis } from "../../support/redis.ts";

const silent = () => {};

eachRedis("what a process authors the others hear at once, and itself does not", async (redis) => {
  const showId = crypto.randomUUID();
  const [one, other] = [new Join(redis, silent), new Join(redis, silent)];
  const own = ear(one, showId);
  const others = ear(other, showId);
  const strangers = ear(other, crypto.randomUUID());
  await listening(redis, showId);

  for (const byte of [0, 7, 255]) await one.publish(showId, new Uint8Array([byte, 1, 2]));
  deepEqual(await others.next(3), [[0, 1, 2], [7, 1, 2], [255, 1, 2]]);
  await other.publish(showId, new Uint8Array([9]));
  deepEqual(await own.next(1), [[9]]);
  deepEqual([own.heard.length, strangers.heard.length], [1, 0]);
  [own, others, strangers].forEach(({ end }) => end());
});

eachRedis("who follows no more hears nothing more", async (redis) => {
  const showId = crypto.randomUUID();
  const [one, other] = [new Join(redis, silent), new Join(redis, silent)];
  const left = ear(other, showId);
  const stays = ear(other, showId);
  await listening(redis, showId);
  left.end();
  await one.publish(showId, new Uint8Array([1]));
  deepEqual(await stays.next(1), [[1]]);
  equal(left.heard.length, 0);
  stays.end();
});

eachRedis("what makes no sense is told to the log, and ends nothing", async (redis) => {
  const showId = crypto.randomUUID();
  const told: string[] = [];
  const join = new Join(redis, (_, event) => told.push(event));
  const heard: number[][] = [];
  const done = Promise.withResolvers<void>();
  const end = join.follow(showId, (update) => {
    if (update[0] === 13) throw new Error("Unexpected end of array");
    heard.push([...update]);
    done.resolve();
  });
  await listening(redis, showId);
  await redis.publish(`room:${showId}`, { from: "x" });
  await redis.publish(`room:${showId}`, { from: "x", update: "~~~" });
  await redis.publish(`room:${showId}`, "nonsense");
  await redis.publish(`room:${showId}`, null);
  await new Join(redis, silent).publish(showId, new Uint8Array([13]));
  await new Join(redis, silent).publish(showId, new Uint8Array([1]));
  await done.promise;
  deepEqual(heard, [[1]]);
  equal(new Set(told).size, 1);
  equal(told.length, 5);
  end();
});

onRedis("without Redis a process goes on, and says so once", async (server) => {
  const showId = crypto.randomUUID();
  const told: string[] = [];
  const [here, there] = [overTcp(server.url, silent), overTcp(server.url, silent)];
  const join = new Join(here.redis, (_, event) => told.push(event));
  const others = ear(new Join(there.redis, silent), showId);
  await listening(here.redis, showId);
  await join.publish(showId, new Uint8Array([1]));
  await others.next(1);

  const again = others.begins(there.redis, showId);
  await server.kill();
  for (const byte of [2, 3, 4]) await join.publish(showId, new Uint8Array([byte]));
  deepEqual(told, ["room.unjoined"]);
  await server.start();
  await again;
  // Until the connection that publishes is back, too.
  while (others.heard.length < 2) {
    await join.publish(showId, new Uint8Array([5]));
    // It fails at once while Redis is away, and the connection must get its turn.
    await new Promise((turn) => setTimeout(turn, 5));
  }
  deepEqual(others.heard.slice(0, 2), [[1], [5]]);
  others.end();
  await Promise.all([here.close(), there.close()]);
});

/** Hears a show, and keeps what it heard. */
function ear(join: Join, showId: string) {
  const heard: number[][] = [];
  let count = Infinity;
  let enough: (() => void) | undefined;
  const end = join.follow(showId, (update) => {
    heard.push([...update]);
    if (heard.length >= count) enough?.();
  });
  return {
    heard,
    end,
    /** The first so many, when they are there. */
    async next(many: number) {
      count = many;
      if (heard.length < many) await new Promise<void>((resolve) => enough = resolve);
      return heard.slice(0, many);
    },
    /** Settles when the channel is listened to anew. */
    begins: (redis: Redis, showId: string) => listening(redis, showId, 2),
  };
}

/** Settles when this client listens to a show for the so-manieth time. */
function listening(redis: Redis, showId: string, times = 1): Promise<void> {
  const also = redis.subscribe(`room:${showId}`);
  return new Promise((begun) => {
    also.on("subscribe", () => {
      if (--times > 0) return;
      also.unsubscribe();
      begun();
    });
  });
}
