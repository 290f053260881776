import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type App, makeApp } from "../src/app.ts";
import type { Database, Log, Platform } from "../src/platform.ts";
import { openAssets } from "./assets.ts";
import { type EmbeddedDatabase, pglite } from "./database/pglite.ts";
import { postgres } from "./database/postgres.ts";
import { migrate } from "./database/migrate.ts";
import { readMigrations } from "./database/migrations.ts";
import type { Environment } from "./environment.ts";
import { folder } from "./files/folder.ts";
import { type EmbeddedScheduler, embeddedScheduler } from "./scheduler/scheduler.ts";
import { schedulerKeys } from "./scheduler/keys.ts";
import { secretsOf } from "./secret.ts";

/** Serves requests on an address; port 0 takes any that is free. */
export type Listen = (
  fetch: (request: Request) => Response | Promise<Response>,
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

const root = new URL("../", import.meta.url);

/** Opens the shop on a server of one's own: Deno or Node, by what `listen` is. */
export async function openShop(
  environment: Environment,
  listen: Listen,
  log: Log,
  prepare: (platform: Platform) => Promise<void> = async () => {},
): Promise<OpenShop> {
  const database = await openDatabase(environment);
  const secrets = await secretsOf(environment);
  // Closed from the last to the first: who calls stops before who is called.
  const closing: (() => Promise<void>)[] = [() => database.close()];

  const host = environment.host === "0.0.0.0" ? "127.0.0.1" : environment.host;
  let scheduler: EmbeddedScheduler | undefined;
  let address = environment.scheduler;
  if (!address) {
    const keys = await schedulerKeys(secrets.current);
    scheduler = embeddedScheduler({ database, now: Date.now, fetch, log, keys });
    const door = await listen(scheduler.app.fetch, { host: "127.0.0.1", port: 0 });
    closing.push(() => door.close());
    address = { ...keys, url: `http://127.0.0.1:${door.port}` };
  }

  const platform: Platform = {
    database,
    scheduler: {
      ...address,
      callbackOrigin: environment.publicOrigin ?? `http://${host}:${environment.port}`,
    },
    files: folder(join(environment.dataDir, "files")),
    assets: await openAssets(fileURLToPath(new URL(".build/assets/", root))),
    configuration: {
      publicOrigin: environment.publicOrigin,
      secrets,
      developerSignIn: environment.developerSignIn,
      timeZone: environment.timeZone,
      secureCookies: environment.publicOrigin?.startsWith("https:") ?? false,
    },
    log,
    now: Date.now,
    after: (work) => void work.catch((error) => log("error", "after", { error: String(error) })),
  };
  await prepare(platform);

  const app = makeApp(platform);
  const door = await listen(app.fetch, environment);
  closing.push(() => door.close());
  if (scheduler) {
    scheduler.start();
    closing.push(() => scheduler.stop());
  }
  await app.opened();

  return {
    app,
    platform,
    origin: `http://${host}:${door.port}`,
    async close() {
      app.shop.news.stop();
      for (const close of closing.reverse()) await close();
    },
  };
}

/** The embedded database is brought up to date as it opens; a server of its own is migrated by hand. */
async function openDatabase({ databaseUrl, dataDir }: Environment): Promise<Database> {
  if (databaseUrl) return postgres(databaseUrl);
  const database: EmbeddedDatabase = await pglite(join(dataDir, "database"));
  await migrate(database, await readMigrations(fileURLToPath(new URL("migrations/", root))));
  return database;
}
