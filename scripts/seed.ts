import { readEnvironment } from "../edge/environment.ts";
import { log } from "../edge/log.ts";
import { openShop } from "../edge/open.ts";
import { build } from "./build.ts";
import { plant } from "./seed/plant.ts";

/** Fills an empty shop with the demo, without serving it to anybody. */
const nobody = () => Promise.resolve({ port: 0, close: () => Promise.resolve() });
await build();
let planted = false;
const shop = await openShop(readEnvironment(Deno.env.toObject()), nobody, log, async (platform) => {
  planted = await plant(platform);
});
await shop.close();
console.log(
  planted ? "The demo is in the shop." : "The shop has shows already; nothing was planted.",
);
