import type { Combination } from "../combination.ts";
import { denoPglite } from "./deno_pglite.ts";
import { denoPostgresRedis } from "./deno_postgres_redis.ts";
import { nodePostgresRedis } from "./node_postgres_redis.ts";
import { workerCloud } from "./worker_cloud.ts";

/** Every way to run the shop that the suite starts. */
export const combinations: readonly Combination[] = [
  denoPglite,
  denoPostgresRedis,
  nodePostgresRedis,
  workerCloud,
];
