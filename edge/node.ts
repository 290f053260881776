import process from "node:process";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { readEnvironment } from "./environment.ts";
import { log } from "./log.ts";
import { type Listen, openShop } from "./open.ts";
import { openSockets } from "./rooms/node.ts";
import { untilAskedToStop } from "./signals.ts";

const closing_ms_max = 3_000;

/** Serves by Node's own HTTP server. */
export const listen: Listen = ({ fetch, admit }, { host, port }) =>
  new Promise((listening) => {
    const server = serve({
      fetch: (request, { incoming }) => fetch(request, { address: incoming.socket.remoteAddress }),
      hostname: host,
      port,
    }, (info) => {
      listening({
        port: info.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => sockets ? sockets.ended().then(closed) : closed());
            // A stream that never ends does not hold up the others.
            setTimeout(
              () => "closeAllConnections" in server && server.closeAllConnections(),
              closing_ms_max,
            )
              .unref();
          }),
      });
    });
    const sockets = admit && openSockets(server as Server, admit);
  });

const shop = await openShop(readEnvironment(process.env), listen, log);
log("info", "open", { origin: shop.origin });
await untilAskedToStop();
await shop.close();
