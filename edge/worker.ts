// @ts-types="./cloudflare/cloudflare.d.ts"
import { waitUntil } from "cloudflare:workers";
import { type App, makeApp } from "../src/app.ts";
import { leadToRoom } from "./rooms/lead_to_room.ts";
import { asksForSocket } from "./rooms/upgrade.ts";
import type { Bindings } from "./cloudflare/bindings.ts";
import { workerPlatform } from "./cloudflare/platform.ts";

export { ShowRelay, ShowRoom } from "./rooms/objects.ts";

/**
 * Serves as a Cloudflare Worker.
 * @param names each asset's file by its name, as `scripts/build.ts` tells
 */
export function worker(names: Readonly<Record<string, string>>) {
  let app: App | undefined;
  return {
    async fetch(request: Request, env: Bindings): Promise<Response> {
      // The first request of an isolate opens the application: before it, nothing may be random.
      app ??= open(env, names);
      if (asksForSocket(request)) return await leadToRoom(app, env, request);
      const address = request.headers.get("cf-connecting-ip") ?? undefined;
      return await app.fetch(uncompressed(request), { address });
    },
  };
}

function open(env: Bindings, names: Readonly<Record<string, string>>): App {
  const app = makeApp(workerPlatform(env, names));
  waitUntil(app.opened());
  return app;
}

/** Cloudflare compresses answers itself, and would compress again what it finds compressed. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("accept-encoding");
  return new Request(request, { headers });
}
