// @ts-types="./cloudflare.d.ts"
import { waitUntil } from "cloudflare:workers";
import type { Platform } from "../../src/platform.ts";
import type { Environment } from "../environment.ts";
import { bucketFiles } from "../files/bucket.ts";
import { inProcess } from "../redis/in_process.ts";
import { overRest } from "../redis/rest.ts";
import { roomsInObjects } from "../rooms/elsewhere.ts";
import { boundAssets } from "./assets.ts";
import type { Bindings } from "./bindings.ts";
import { environmentOf, wanted, workerGround } from "./ground.ts";

/** @param names each asset's file by its name */
export function workerPlatform(env: Bindings, names: Readonly<Record<string, string>>): Platform {
  const environment = environmentOf(env);
  const { developerSignIn, timeZone, rateLimits, media } = environment;
  const ground = workerGround(env);
  const assets = boundAssets(env.ASSETS, names);
  const origin = wanted("PUBLIC_URL", environment.publicOrigin);
  return {
    ...ground,
    redis: redisOf(environment),
    scheduler: { ...wanted("QSTASH_URL", environment.scheduler), callbackOrigin: origin },
    files: bucketFiles(env.FILES),
    assets,
    // Too heavy to be made here: it lies with the assets.
    apiDocument: async () => {
      const { bytes } = (await assets.get(names["openapi.json"]!))!;
      return JSON.parse(new TextDecoder().decode(bytes));
    },
    rooms: roomsInObjects(env.SHOW_ROOMS),
    requestsApart: true,
    configuration: {
      publicOrigin: origin,
      secrets: wanted("SECRET", environment.secrets),
      developerSignIn,
      timeZone,
      rateLimits,
      secureCookies: origin.startsWith("https:"),
      media,
    },
    after: (work) =>
      waitUntil(work.catch((error) => ground.log("error", "after", { error: String(error) }))),
  };
}

/** Without Upstash's each isolate counts by itself what one person asks for. */
function redisOf({ upstash }: Environment): Platform["redis"] {
  return upstash ? overRest(upstash.url, upstash.token).redis : inProcess(Date.now);
}
