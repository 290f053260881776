import type { Log } from "../../src/platform.ts";
import type { Environment } from "../environment.ts";
import { inProcess } from "./in_process.ts";
import { overRest } from "./rest.ts";
import { type OpenRedis, overTcp } from "./tcp.ts";

/** The Redis that the environment names, or one in this process and for it alone. */
export function openRedis(
  { redisUrl, upstash }: Pick<Environment, "redisUrl" | "upstash">,
  log: Log,
): OpenRedis {
  if (upstash) return overRest(upstash.url, upstash.token);
  if (redisUrl) return overTcp(redisUrl, log);
  return { redis: inProcess(Date.now), close: async () => {} };
}
