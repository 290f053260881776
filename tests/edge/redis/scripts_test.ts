import { deepEqual, rejects } from "node:assert/strict";
import { overTcp } from "../../../edge/redis/tcp.ts";
import { withScripts } from "../../../edge/redis/scripts.ts";
import type { Command } from "../../../edge/redis/requester.ts";
import { onRedis } from "../../support/redis.ts";

const script = "#!lua flags=allow-key-locking\n return {KEYS[1], ARGV[1]}";

onRedis("a script with Upstash's first line runs, and again by its hash", async (server) => {
  const { redis, close } = overTcp(server.url, () => {});
  const own = await sha1(script);
  await rejects(redis.evalsha(own, ["key"], ["a"]), /NOSCRIPT/);
  deepEqual(await redis.eval(script, ["key"], ["a"]), ["key", "a"]);
  deepEqual(await redis.evalsha(own, ["key"], ["b"]), ["key", "b"]);
  await server.kill();
  await server.start();
  await back();
  await rejects(redis.evalsha(own, ["key"], ["b"]), /NOSCRIPT/);
  deepEqual(await redis.eval(script, ["key"], ["c"]), ["key", "c"]);
  await close();

  async function back() {
    while (!await redis.ping().catch(() => "")) await new Promise((rest) => setTimeout(rest, 10));
  }
});

Deno.test("what is no script, or has no such line, is handed on as it is", async () => {
  const seen: Command[] = [];
  const wire = withScripts({
    run: (commands) => {
      seen.push(...commands);
      return Promise.resolve([]);
    },
    subscribe: () => {},
  });
  const commands: Command[] = [["get", "#!lua\n"], ["ping"], ["eval", "return 1", "0"]];
  await wire.run(commands, { atomic: false });
  deepEqual(seen, commands);
});

async function sha1(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}
