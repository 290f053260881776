import { deepEqual, equal } from "node:assert/strict";
import type { Redis } from "@upstash/redis";
import { inProcess } from "../../../edge/redis/in_process.ts";
import { clientOver } from "../../../edge/redis/requester.ts";
import { overTcp } from "../../../edge/redis/tcp.ts";
import { rate_alone_ms } from "../../../src/limits.ts";
import { type Platform, RedisAway } from "../../../src/platform.ts";
import { rateBounds, type RateClass } from "../../../src/rate/bounds.ts";
import { Rates } from "../../../src/rate/rates.ts";
import { onRedis } from "../../support/redis.ts";

const classes = Object.keys(rateBounds) as RateClass[];

/** The limits of one process. */
function process(redis: Redis, now: () => number, rateLimits = true) {
  const told: string[] = [];
  const log = (level: string, event: string) => void told.push(`${level} ${event}`);
  const rates = new Rates(
    { redis, now, log, configuration: { rateLimits } } as unknown as Platform,
  );
  return { rates, told };
}

/** How many of so many requests fit. */
async function fitting(rates: Rates, rate: RateClass, who: string, requests: number) {
  let fit = 0;
  for (let n = 0; n < requests; n++) if (!await rates.over(rate, who)) fit++;
  return fit;
}

Deno.test("of each class as many fit as its bound says, and one more does not", async () => {
  const { rates, told } = process(inProcess(() => 0), () => 5_000);
  for (const rate of classes) {
    equal(await fitting(rates, rate, "mina", rateBounds[rate]), rateBounds[rate], rate);
    deepEqual(await rates.over(rate, "mina"), { code: "RATE_LIMITED", retryAfterMs: 55_000 });
    equal(await rates.over(rate, "june"), undefined, "another person");
  }
  deepEqual(told, ["info rates.alone"]);
});

Deno.test("limits that are off bound nothing", async () => {
  const { rates } = process(inProcess(() => 0), () => 0, false);
  equal(await fitting(rates, "signIn", "mina", 1_000), 1_000);
});

Deno.test("a Redis that does not answer opens nothing, and nobody waits for it twice", async () => {
  let now = 0;
  let asked = 0;
  const silent = clientOver({
    run: () => (asked++, new Promise(() => {})),
    subscribe: () => {},
  });
  const { rates, told } = process(silent, () => now);
  equal(await fitting(rates, "ordering", "mina", 100), rateBounds.ordering);
  equal(asked, 1);
  now = rate_alone_ms;
  equal(await rates.over("ordering", "june"), undefined);
  equal(asked, 2);
  deepEqual(told, ["warn rates.alone"]);
});

Deno.test("a Redis that refuses the script opens nothing", async () => {
  const wrong = clientOver({
    run: (commands) => Promise.resolve(commands.map(() => ({ error: "ERR it has no scripts" }))),
    subscribe: () => {},
  });
  equal(await fitting(process(wrong, () => 0).rates, "signIn", "mina", 100), rateBounds.signIn);
});

Deno.test("what a process saw while Redis was there counts when it is gone", async () => {
  let away = false;
  let count = 0;
  const redis = clientOver({
    run: (commands) =>
      away
        ? Promise.reject(new RedisAway("away"))
        : Promise.resolve(commands.map(() => ({ result: [++count, rateBounds.ordering] }))),
    subscribe: () => {},
  });
  const { rates } = process(redis, () => 0);
  equal(await fitting(rates, "ordering", "mina", 20), 20);
  away = true;
  equal(await fitting(rates, "ordering", "mina", 20), 10);
});

onRedis("processes with one Redis share each bound, also after it began anew", async (server) => {
  // Both sides of a minute's end would count apart.
  const clock = Date.now();
  const realNow = Date.now;
  Date.now = () => clock;
  const [one, other] = [1, 2].map(() => overTcp(server.url, () => {}));
  try {
    const [here, there] = [one!, other!].map(({ redis }) => process(redis, Date.now).rates);
    for (const rate of classes) {
      const half = Math.floor(rateBounds[rate] / 2);
      equal(await fitting(here!, rate, "mina", half), half);
      equal(await fitting(there!, rate, "mina", 1_000), rateBounds[rate] - half);
      equal((await here!.over(rate, "mina"))?.code, "RATE_LIMITED", rate);
    }
    await one!.redis.scriptFlush();
    equal(await here!.over("signIn", "june"), undefined);
    equal(await fitting(there!, "signIn", "june", 100), rateBounds.signIn - 1);
  } finally {
    Date.now = realNow;
    await Promise.all([one!.close(), other!.close()]);
  }
});
