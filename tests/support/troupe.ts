import { RedisServer } from "../../scripts/provide/redis.ts";
import { type FreshDatabase, freshDatabase, serverUrl } from "./postgres.ts";
import { redisUrl } from "./redis.ts";
import { ShopProcess } from "./shop.ts";

/** Why a troupe cannot be opened here, to be told in the name of a skipped test. */
export const troupeMissing = [
  serverUrl ? [] : ["TEST_DATABASE_URL"],
  redisUrl ? [] : ["TEST_REDIS_URL"],
].flat().join(" and ");

/** One shop in several processes: on one PostgreSQL, with one Redis between them that may go away. */
export class Troupe implements AsyncDisposable {
  private constructor(
    readonly fresh: FreshDatabase,
    readonly redis: RedisServer,
    readonly shops: readonly ShopProcess[],
  ) {}

  static async open(
    processes: number,
    given: Readonly<Record<string, string>> = {},
  ): Promise<Troupe> {
    const fresh = await freshDatabase();
    const redis = await RedisServer.open();
    const env = {
      REDIS_URL: redis.url,
      // Whoever is signed in at one is signed in at all.
      SECRET: crypto.getRandomValues(new Uint8Array(32)).toHex(),
      ...given,
    };
    const shops: ShopProcess[] = [];
    // One after the other: each looks for a free port, and for what is to be built.
    while (shops.length < processes) {
      shops.push(await ShopProcess.open({ databaseUrl: fresh.url, env }));
    }
    return new Troupe(fresh, redis, shops);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.shops.map((shop) => shop[Symbol.asyncDispose]()));
    await this.redis[Symbol.asyncDispose]();
    await this.fresh.drop();
  }
}
