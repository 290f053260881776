import process from "node:process";
import { readEnvironment } from "./environment.ts";
import { log } from "./log.ts";
import { type Listen, openShop } from "./open.ts";
import { Sockets } from "./rooms/deno.ts";
import { asksForSocket } from "./rooms/upgrade.ts";
import { untilAskedToStop } from "./signals.ts";

const closing_ms_max = 3_000;

/** Serves by `Deno.serve`. */
export const listen: Listen = ({ fetch, admit }, { host, port }) =>
  new Promise((listening) => {
    const cut = new AbortController();
    const sockets = admit && new Sockets(admit);
    const server = Deno.serve({
      hostname: host,
      port,
      signal: cut.signal,
      onListen: ({ port }) => listening({ port, close: () => closeWithin(server, sockets, cut) }),
    }, (request, { remoteAddr }) =>
      sockets && asksForSocket(request)
        ? sockets.open(request)
        : fetch(request, { address: remoteAddr.hostname }));
  });

// Answers under way get a moment, and sockets one to hear that they are let go; a stream that never
// ends does not hold up the others.
async function closeWithin(
  server: Deno.HttpServer,
  sockets: Sockets | undefined,
  cut: AbortController,
) {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    cut.abort();
    over.resolve();
  }, closing_ms_max);
  await Promise.race([sockets?.ended(), over.promise]);
  await server.shutdown();
  clearTimeout(timer);
}

if (import.meta.main) {
  const shop = await openShop(readEnvironment(process.env), listen, log);
  log("info", "open", { origin: shop.origin });
  await untilAskedToStop();
  await shop.close();
}
