import { listen } from "../edge/deno.ts";
import { readEnvironment } from "../edge/environment.ts";
import { log } from "../edge/log.ts";
import { openShop } from "../edge/open.ts";
import { untilAskedToStop } from "../edge/signals.ts";
import { build } from "./build.ts";
import { openStandIns } from "./cloud/stand_ins.ts";
import { plant } from "./seed/plant.ts";
import { welcome } from "./welcome.ts";

/**
 * The whole shop with the clients of the cloud, each pointed at what stands in for it on this machine:
 * Neon, Upstash and QStash. What was bought is gone when it closes.
 */
await build();
const dataDir = await Deno.makeTempDir({ prefix: "maru-cloud-" });
const standIns = await openStandIns();
const own = Deno.env.toObject();
const environment = readEnvironment({
  DATA_DIR: dataDir,
  DEVELOPER_SIGN_IN: "on",
  PUBLIC_URL: `http://127.0.0.1:${own.PORT || 8000}`,
  ...own,
  ...standIns.variables,
});
const shop = await openShop(environment, listen, log, plant);
welcome(shop.origin, environment);
console.log(
  Object.entries(standIns.variables).map(([name, value]) => `  ${name}=${value}`).join("\n"),
);
await untilAskedToStop();
await shop.close();
await standIns[Symbol.asyncDispose]();
await Deno.remove(dataDir, { recursive: true });
