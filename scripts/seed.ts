import { readEnvironment } from "../edge/environment.ts";
import { openGround } from "../edge/ground.ts";
import { log } from "../edge/log.ts";
import { build } from "./build.ts";
import { plant } from "./seed/plant.ts";

/** Fills an empty shop with the demo, without opening it. */
await build();
const ground = await openGround(readEnvironment(Deno.env.toObject()), log);
const planted = await plant(ground).finally(() => ground.database.close());
console.log(
  planted ? "The demo is in the shop." : "The shop has shows already; nothing was planted.",
);
