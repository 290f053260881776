import process from "node:process";
import { readEnvironment } from "./environment.ts";
import { log } from "./log.ts";
import { type Listen, openShop } from "./open.ts";
import { untilAskedToStop } from "./signals.ts";

/** Serves by `Deno.serve`. */
export const listen: Listen = (fetch, { host, port }) =>
  new Promise((listening) => {
    const server = Deno.serve({
      hostname: host,
      port,
      onListen: ({ port }) => listening({ port, close: () => server.shutdown() }),
    }, (request) => fetch(request));
  });

if (import.meta.main) {
  const shop = await openShop(readEnvironment(process.env), listen, log);
  log("info", "open", { origin: shop.origin });
  await untilAskedToStop();
  await shop.close();
}
