import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database, Log, Platform } from "../src/platform.ts";
import { openAssets } from "./assets.ts";
import { migrate } from "./database/migrate.ts";
import { readMigrations } from "./database/migrations.ts";
import { pglite } from "./database/pglite.ts";
import { serverDatabase } from "./database/server.ts";
import type { Environment } from "./environment.ts";
import { folder } from "./files/folder.ts";
import { s3 } from "./files/s3.ts";
import { apiDocument } from "./api_document.ts";
import { secretsOf } from "./secret.ts";

const root = new URL("../", import.meta.url);

/** What stands before the shop opens: what its data is made with, and nothing that calls or is called. */
export type Ground = Omit<Platform, "scheduler" | "redis" | "rooms">;

/** Opens what the environment names: the database, the files, the secrets, the built assets. */
export async function openGround(environment: Environment, log: Log): Promise<Ground> {
  const { dataDir, bucket, publicOrigin, developerSignIn, timeZone, rateLimits, media } =
    environment;
  const database = await openDatabase(environment);
  return {
    database,
    files: bucket ? s3(bucket) : folder(join(dataDir, "files")),
    assets: await openAssets(fileURLToPath(new URL(".build/assets/", root))),
    apiDocument,
    configuration: {
      publicOrigin,
      secrets: await secretsOf(environment),
      developerSignIn,
      timeZone,
      rateLimits,
      secureCookies: publicOrigin?.startsWith("https:") ?? false,
      media,
    },
    log,
    now: Date.now,
    after: (work) => void work.catch((error) => log("error", "after", { error: String(error) })),
  };
}

/** The embedded database is brought up to date as it opens; a server of its own is migrated by hand. */
async function openDatabase(environment: Environment): Promise<Database> {
  const { databaseUrl, dataDir } = environment;
  if (databaseUrl) return serverDatabase(databaseUrl, environment);
  const database = await pglite(join(dataDir, "database"));
  await migrate(database, await readMigrations(fileURLToPath(new URL("migrations/", root))));
  return database;
}
