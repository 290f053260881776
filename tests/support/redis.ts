import type { Redis } from "@upstash/redis";
import { inProcess } from "../../edge/redis/in_process.ts";
import { overRest } from "../../edge/redis/rest.ts";
import { type OpenRedis, overTcp } from "../../edge/redis/tcp.ts";
import { openUpstash } from "../../scripts/cloud/upstash.ts";
import { RedisServer } from "../../scripts/provide/redis.ts";

/** The server that `deno task test` provides. */
export const redisUrl = Deno.env.get("TEST_REDIS_URL");

/** Lets milliseconds pass for a Redis: a clock that is moved, or one that must be waited for. */
export type Pass = (ms: number) => Promise<void>;

/**
 * Runs the same test on the Redis in this process, on a real one over TCP, and as on Upstash. Keys are
 * the test's own.
 */
export function eachRedis(
  name: string,
  test: (redis: Redis, key: (name: string) => string, pass: Pass) => Promise<void>,
): void {
  const own = () => {
    const prefix = crypto.randomUUID();
    return (name: string) => `${prefix}:${name}`;
  };
  Deno.test(`${name} (in this process)`, async () => {
    let now = 0;
    const pass: Pass = (ms) => Promise.resolve(void (now += ms));
    await test(inProcess(() => now), own(), pass);
  });
  if (!redisUrl) {
    Deno.test.ignore(`${name} (Redis: skipped, TEST_REDIS_URL names none)`, () => {});
    return;
  }
  const waited: Pass = (ms) => new Promise((resolve) => setTimeout(resolve, ms + 1));
  const testOn = ({ redis, close }: OpenRedis) => test(redis, own(), waited).finally(close);
  Deno.test(`${name} (Redis)`, () => testOn(overTcp(redisUrl!, () => {})));
  Deno.test(`${name} (Upstash)`, async () => {
    await using front = openUpstash(redisUrl!);
    await testOn(overRest(front.origin, front.token));
  });
}

/** Runs a test on a real Redis of its own, which it may end and start again. */
export function onRedis(
  name: string,
  test: (server: RedisServer) => Promise<void>,
  options: { password?: string } = {},
): void {
  if (!redisUrl) {
    Deno.test.ignore(`${name} (Redis: skipped, TEST_REDIS_URL names none)`, () => {});
    return;
  }
  Deno.test(`${name} (Redis)`, async () => {
    await using server = await RedisServer.open(options);
    await test(server);
  });
}
