import { join } from "node:path";
import { lockFolder } from "../edge/database/folder_lock.ts";
import { readEnvironment } from "../edge/environment.ts";
import { listen } from "../edge/deno.ts";
import { log } from "../edge/log.ts";
import { migrate } from "../edge/database/migrate.ts";
import { openShop } from "../edge/open.ts";
import { untilAskedToStop } from "../edge/signals.ts";
import { build } from "./build.ts";
import { plant } from "./seed/plant.ts";
import { welcome } from "./welcome.ts";

/** The whole shop: built, migrated, with the demo in it, and served. `--fresh` starts over. */
const environment = readEnvironment(Deno.env.toObject());
if (Deno.args.includes("--fresh")) await startOver();
await build();
const shop = await openShop(environment, listen, log, async (ground) => {
  if (environment.databaseUrl) await migrate(ground.database);
  await plant(ground);
});
welcome(shop.origin, environment);
await untilAskedToStop();
await shop.close();

async function startOver() {
  if (environment.databaseUrl) {
    console.error("--fresh empties DATA_DIR; it does not touch the database of DATABASE_URL");
    Deno.exit(1);
  }
  // Nobody else's shop is taken from under him.
  const release = await lockFolder(join(environment.dataDir, "database"));
  await Deno.remove(environment.dataDir, { recursive: true });
  await release();
}
