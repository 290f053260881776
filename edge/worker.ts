// @ts-types="./workers/cloudflare.d.ts"
import { waitUntil } from "cloudflare:workers";
import { type App, makeApp } from "../src/app.ts";
import { objectNameOf } from "./rooms/object_name.ts";
import { requestOf } from "./rooms/object_socket.ts";
import { asksForSocket } from "./rooms/upgrade.ts";
import type { Bindings } from "./workers/bindings.ts";
import { workerPlatform } from "./workers/platform.ts";

export { ShowRoom } from "./rooms/durable.ts";

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

async function leadToRoom(app: App, env: Bindings, request: Request): Promise<Response> {
  const admission = await app.admit(request);
  if (admission instanceof Response) return admission;
  const room = env.SHOW_ROOMS.getByName(objectNameOf(admission.showId));
  return await room.fetch(requestOf(request.url, admission));
}

/** Cloudflare compresses answers itself, and would compress again what it finds compressed. */
function uncompressed(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.delete("accept-encoding");
  return new Request(request, { headers });
}
