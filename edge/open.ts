import { type App, makeApp } from "../src/app.ts";
import { roomsHere } from "../src/room/here.ts";
import type { Log, Platform } from "../src/platform.ts";
import type { Environment } from "./environment.ts";
import { behindProxies } from "./client_address.ts";
import { type Ground, openGround } from "./ground.ts";
import { openRedis } from "./redis/open.ts";
import { schedulerKeys } from "./scheduler/keys.ts";
import { embeddedScheduler } from "./scheduler/scheduler.ts";

/**
 * What is served: requests, each with the address that its connection came from, and those for a
 * socket where there are any.
 */
export type Served = Pick<App, "fetch"> & Partial<Pick<App, "admit">>;

/** Serves on an address; port 0 takes any that is free. */
export type Listen = (
  served: Served,
  address: { readonly host: string; readonly port: number },
) => Promise<Listener>;

export interface Listener {
  readonly port: number;
  /** Takes no more requests, and answers when those under way are answered. */
  close(): Promise<void>;
}

/** A shop that is open: reachable, and kept tidy by its callbacks. */
export interface OpenShop {
  readonly app: App;
  readonly platform: Platform;
  readonly origin: string;
  close(): Promise<void>;
}

/** Opens the shop on a server of one's own: Deno or Node, by what `listen` is. */
export async function openShop(
  environment: Environment,
  listen: Listen,
  log: Log,
  prepare: (ground: Ground) => Promise<unknown> = async () => {},
): Promise<OpenShop> {
  const ground = await openGround(environment, log);
  // Closed from the last to the first: who calls stops before who is called.
  const closing: (() => Promise<void>)[] = [() => ground.database.close()];
  await prepare(ground);
  const { redis, close: closeRedis } = openRedis(environment, log);
  closing.push(closeRedis);

  const host = environment.host === "0.0.0.0" ? "127.0.0.1" : environment.host;
  const loopback = `http://${host}:${environment.port}`;
  const embedded = environment.scheduler ? undefined : await openScheduler(ground, listen);
  if (embedded) closing.push(embedded.close);
  const platform: Platform = {
    ...ground,
    redis,
    rooms: roomsHere,
    scheduler: environment.scheduler
      ? { ...environment.scheduler, callbackOrigin: environment.publicOrigin ?? loopback }
      : { ...embedded!.address, callbackOrigin: loopback },
  };

  const app = makeApp(platform);
  closing.push(() => app.shop.rooms!.close());
  const door = await listen(behindProxies(app, environment.trustedProxies), environment);
  closing.push(() => door.close());
  if (embedded) {
    embedded.start();
    closing.push(embedded.stop);
  }
  await app.opened();

  return {
    app,
    platform,
    origin: `http://${host}:${door.port}`,
    async close() {
      app.leave();
      await new Promise((drained) => setTimeout(drained, environment.drainSeconds * 1000));
      app.shop.rooms!.letGo();
      app.shop.news.stop();
      for (const close of closing.reverse()) await close();
    },
  };
}

/** A scheduler in this process, behind a door of its own. */
async function openScheduler({ database, configuration, log }: Ground, listen: Listen) {
  const { current, previous } = configuration.secrets;
  const keys = await schedulerKeys(current, previous);
  const { app, start, stop } = embeddedScheduler({ database, now: Date.now, fetch, log, keys });
  const door = await listen(app, { host: "127.0.0.1", port: 0 });
  const address = { ...keys, url: `http://127.0.0.1:${door.port}` };
  return { address, start, stop, close: door.close };
}
