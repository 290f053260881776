import { migrate } from "../../edge/database/migrate.ts";
import { neonDatabase } from "../../edge/database/neon.ts";
import { providePostgres } from "../provide/postgres.ts";
import { RedisServer } from "../provide/redis.ts";
import { openNeonBridge } from "./neon.ts";
import { openQstash } from "./qstash.ts";
import { openUpstash } from "./upstash.ts";

/** All that a shop in the cloud leans on, on this machine and for as long as it runs. */
export interface StandIns extends AsyncDisposable {
  /** What leads a shop to them, on every runtime. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Starts a PostgreSQL with the shop's schema, a Redis, and what stands in front of them. */
export async function openStandIns(): Promise<StandIns> {
  const all = new AsyncDisposableStack();
  const cluster = all.adopt(await providePostgres(), (cluster) => cluster.stop());
  const redis = all.use(await RedisServer.open());
  const neon = all.use(openNeonBridge(cluster.url));
  await migrated(cluster.url, neon.origin);
  const upstash = all.use(openUpstash(redis.url));
  const { address } = all.use(openQstash(cluster.url));
  return {
    variables: {
      DATABASE_URL: cluster.url,
      DATABASE_DRIVER: "neon",
      NEON_PROXY: neon.origin,
      UPSTASH_REDIS_REST_URL: upstash.origin,
      UPSTASH_REDIS_REST_TOKEN: upstash.token,
      QSTASH_URL: address.url,
      QSTASH_TOKEN: address.token,
      QSTASH_CURRENT_SIGNING_KEY: address.currentSigningKey,
      QSTASH_NEXT_SIGNING_KEY: address.nextSigningKey,
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function migrated(url: string, proxy: string): Promise<void> {
  const database = neonDatabase(url, { proxy });
  await migrate(database).finally(() => database.close());
}
