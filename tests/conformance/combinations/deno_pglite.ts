import { join } from "node:path";
import { pglite } from "../../../edge/database/pglite.ts";
import { ShopProcess } from "../../support/shop.ts";
import type { Combination } from "../combination.ts";
import { newSecret } from "../secret.ts";

export const denoPglite: Combination = {
  name: "Deno, PGlite",
  missing: "",
  async open() {
    const { secret, key } = await newSecret();
    const dataDir = await Deno.makeTempDir({ prefix: "maru-conformance-" });
    const shop = await ShopProcess.open({ dataDir, env: { SECRET: secret } });
    return {
      origin: shop.origin,
      called: { origin: shop.origin, key },
      restart: () => shop.restart(),
      async inspect(look) {
        // The folder is for one process at a time.
        await shop.kill("SIGTERM");
        const database = await pglite(join(dataDir, "database"));
        return await look(database).finally(() => database.close());
      },
      async [Symbol.asyncDispose]() {
        await shop[Symbol.asyncDispose]();
        await Deno.remove(dataDir, { recursive: true });
      },
    };
  },
};
