import { RedisServer } from "../../../scripts/provide/redis.ts";
import { freshDatabase } from "../../support/postgres.ts";
import { ShopProcess } from "../../support/shop.ts";
import { troupeMissing } from "../../support/troupe.ts";
import type { Combination } from "../combination.ts";
import { nodePath } from "../node.ts";
import { newSecret } from "../secret.ts";

export const nodePostgresRedis: Combination = {
  name: "Node, PostgreSQL, Redis",
  missing: [troupeMissing, nodePath ? "" : "TEST_NODE"].filter(Boolean).join(" and "),
  async open() {
    const { secret, key } = await newSecret();
    const [fresh, redis] = await Promise.all([freshDatabase(), RedisServer.open(), bundle()]);
    const shop = await ShopProcess.open({
      databaseUrl: fresh.url,
      program: [nodePath!, ".build/node.mjs"],
      env: { REDIS_URL: redis.url, SECRET: secret },
    });
    return {
      origin: shop.origin,
      called: { origin: shop.origin, key },
      restart: () => shop.restart(),
      inspect: (look) => look(fresh.database),
      async [Symbol.asyncDispose]() {
        await shop[Symbol.asyncDispose]();
        await redis[Symbol.asyncDispose]();
        await fresh.drop();
      },
    };
  },
};

async function bundle() {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", "scripts/bundle.ts"],
    stdout: "null",
  }).output();
  if (!success) throw new Error(`the bundle: ${new TextDecoder().decode(stderr)}`);
}
