import type { Log } from "../../src/platform.ts";
import type { Environment } from "../environment.ts";
import { inProcess } from "./in_process.ts";
import { type OpenRedis, overTcp } from "./tcp.ts";

/** The Redis that the environment names, or one in this process and for it alone. */
export function openRedis({ redisUrl }: Environment, log: Log): OpenRedis {
  if (redisUrl) return overTcp(redisUrl, log);
  return { redis: inProcess(Date.now), close: async () => {} };
}
