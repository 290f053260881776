import { openQstash } from "../../../scripts/cloud/qstash.ts";
import { openUpstash } from "../../../scripts/cloud/upstash.ts";
import { RedisServer } from "../../../scripts/provide/redis.ts";
import { freshDatabase } from "../../support/postgres.ts";
import { troupeMissing } from "../../support/troupe.ts";
import { WorkerProcess } from "../../support/worker.ts";
import type { Combination } from "../combination.ts";

export const workerCloud: Combination = {
  name: "workerd, Neon, Upstash, QStash",
  missing: troupeMissing,
  async open() {
    const fresh = await freshDatabase();
    const all = new AsyncDisposableStack();
    all.defer(() => fresh.drop());
    const redis = all.use(await RedisServer.open());
    const upstash = all.use(openUpstash(redis.url));
    const { address } = all.use(openQstash(fresh.url));
    const shop = all.use(
      await WorkerProcess.open({
        databaseUrl: fresh.url,
        env: {
          UPSTASH_REDIS_REST_URL: upstash.origin,
          UPSTASH_REDIS_REST_TOKEN: upstash.token,
          QSTASH_URL: address.url,
          QSTASH_TOKEN: address.token,
          QSTASH_CURRENT_SIGNING_KEY: address.currentSigningKey,
          QSTASH_NEXT_SIGNING_KEY: address.nextSigningKey,
        },
      }),
    );
    return {
      origin: shop.origin,
      called: { origin: shop.origin, key: address.currentSigningKey },
      restart: () => shop.restart(),
      inspect: (look) => look(fresh.database),
      [Symbol.asyncDispose]: () => all.disposeAsync(),
    };
  },
};
