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
import { startMedia } from "./start_media.ts";
import { welcome } from "./welcome.ts";

/** The whole shop: built, migrated, with the demo in it, and served. `--fresh` starts over. */
const own = readEnvironment(Deno.env.toObject());
if (Deno.args.includes("--fresh")) await startOver();
const [beside] = await Promise.all([
  own.media ? undefined : startMedia(own, Deno.env.get("MEDIA_SERVER")),
  build(),
]);
const environment = typeof beside === "object" ? { ...own, media: beside.media } : own;
const shop = await openShop(environment, listen, log, async (ground) => {
  if (environment.databaseUrl) await migrate(ground.database);
  await plant(ground);
});
welcome(shop.origin, environment, typeof beside === "string" ? beside : undefined);
await untilAskedToStop();
await shop.close();
if (typeof beside === "object") await beside.close();

async function startOver() {
  if (own.databaseUrl) {
    console.error("--fresh empties DATA_DIR; it does not touch the database of DATABASE_URL");
    Deno.exit(1);
  }
  // Nobody else's shop is taken from under him.
  const release = await lockFolder(join(own.dataDir, "database"));
  await Deno.remove(own.dataDir, { recursive: true });
  await release();
}
