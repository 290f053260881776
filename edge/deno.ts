import process from "node:process";
import { readEnvironment } from "./environment.ts";
import { log } from "./log.ts";
import { type Listen, openShop } from "./open.ts";
import { asksForSocket, openSocket } from "./rooms/deno.ts";
import { untilAskedToStop } from "./signals.ts";

const closing_ms_max = 3_000;

/** Serves by `Deno.serve`. */
export const listen: Listen = ({ fetch, admit }, { host, port }) =>
  new Promise((listening) => {
    const cut = new AbortController();
    const server = Deno.serve({
      hostname: host,
      port,
      signal: cut.signal,
      onListen: ({ port }) => listening({ port, close: () => closeWithin(server, cut) }),
    }, (request) => {
      return admit && asksForSocket(request) ? openSocket(request, admit) : fetch(request);
    });
  });

// Answers under way get a moment; a stream that never ends does not hold up the others.
async function closeWithin(server: Deno.HttpServer, cut: AbortController) {
  const timer = setTimeout(() => cut.abort(), closing_ms_max);
  await server.shutdown();
  clearTimeout(timer);
}

if (import.meta.main) {
  const shop = await openShop(readEnvironment(process.env), listen, log);
  log("info", "open", { origin: shop.origin });
  await untilAskedToStop();
  await shop.close();
}
