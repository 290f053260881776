import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Media, SchedulerAddress, Secret } from "../src/platform.ts";
import type { S3Address } from "./files/s3.ts";
import { isLoopback, missing, secretVariables, Variables } from "./variables.ts";

/** What the environment says, validated. Read once, at the start of a process. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL; absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  /** The database is reached by Neon's driver; `proxy` is the origin of what stands in for Neon. */
  readonly neon?: { readonly proxy?: string };
  readonly redisUrl?: string;
  /** Redis over REST. */
  readonly upstash?: { readonly url: string; readonly token: string };
  /** How long the shop goes on serving after it was asked to stop, so that a proxy turns away. */
  readonly drainSeconds: number;
  readonly dataDir: string;
  /** A bucket for files; absent: a folder in `dataDir`. */
  readonly bucket?: S3Address;
  /** Origin that people see, without a last slash. */
  readonly publicOrigin?: string;
  /** Absent: one is made and kept in `dataDir`. */
  readonly secrets?: { readonly current: Secret; readonly previous?: Secret };
  readonly developerSignIn: boolean;
  readonly timeZone: string;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly rateLimits: boolean;
  /** Absent: the embedded scheduler. */
  readonly scheduler?: Omit<SchedulerAddress, "callbackOrigin">;
  /** Absent: shows have no picture. */
  readonly media?: Media;
  /** Lower-case addresses of those who are admins once a provider has verified them. */
  readonly adminEmails: readonly string[];
}

/** Every variable that is wrong, in one readable text. Values of secrets are never told. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws EnvironmentError naming every variable that is wrong, what it wants and what it got
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const read = Variables.safeParse(set);
  const wants = [
    ...read.error?.issues.map(({ path, message }) => [String(path[0]), message] as const) ?? [],
    ...missing(set),
  ];
  if (!read.success || wants.length > 0) throw new EnvironmentError(explain(wants, set));

  const all = read.data;
  return {
    host: all.HOST,
    port: all.PORT,
    databaseUrl: all.DATABASE_URL,
    neon: isNeons(all) ? { proxy: all.NEON_PROXY } : undefined,
    redisUrl: all.REDIS_URL,
    upstash: upstashOf(all),
    drainSeconds: all.DRAIN_SECONDS,
    dataDir: all.DATA_DIR,
    bucket: bucketOf(all),
    publicOrigin: all.PUBLIC_URL,
    secrets: all.SECRET && {
      current: named(all.SECRET),
      previous: all.SECRET_PREVIOUS && named(all.SECRET_PREVIOUS),
    },
    developerSignIn: all.DEVELOPER_SIGN_IN ?? (!all.DATABASE_URL && isLoopback(all.HOST)),
    timeZone: all.TIME_ZONE,
    trustedProxies: all.TRUSTED_PROXIES,
    rateLimits: all.RATE_LIMITS,
    scheduler: schedulerOf(all),
    media: mediaOf(all),
    adminEmails: all.ADMIN_EMAILS,
  };
}

function isNeons({ DATABASE_URL, DATABASE_DRIVER }: z.output<typeof Variables>): boolean {
  if (DATABASE_DRIVER || !DATABASE_URL) return DATABASE_DRIVER === "neon";
  return new URL(DATABASE_URL).hostname.endsWith(".neon.tech");
}

function upstashOf(all: z.output<typeof Variables>): Environment["upstash"] {
  const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = all;
  if (!UPSTASH_REDIS_REST_URL || !UPSTASH_REDIS_REST_TOKEN) return undefined;
  return { url: UPSTASH_REDIS_REST_URL.replace(/\/$/, ""), token: UPSTASH_REDIS_REST_TOKEN };
}

function bucketOf(all: z.output<typeof Variables>): Environment["bucket"] {
  const { S3_URL, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = all;
  if (!S3_URL || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined;
  return {
    url: S3_URL,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

function schedulerOf(all: z.output<typeof Variables>): Environment["scheduler"] {
  const { QSTASH_URL, QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY, QSTASH_NEXT_SIGNING_KEY } = all;
  if (!QSTASH_URL || !QSTASH_TOKEN || !QSTASH_CURRENT_SIGNING_KEY || !QSTASH_NEXT_SIGNING_KEY) {
    return undefined;
  }
  return {
    url: QSTASH_URL.replace(/\/$/, ""),
    token: QSTASH_TOKEN,
    currentSigningKey: QSTASH_CURRENT_SIGNING_KEY,
    nextSigningKey: QSTASH_NEXT_SIGNING_KEY,
  };
}

function mediaOf(all: z.output<typeof Variables>): Media | undefined {
  const { MEDIA_PUBLISH_URL, MEDIA_PLAY_URL, MEDIA_API_URL, MEDIA_HOOK_TOKEN } = all;
  if (!MEDIA_PUBLISH_URL || !MEDIA_PLAY_URL || !MEDIA_API_URL || !MEDIA_HOOK_TOKEN) {
    return undefined;
  }
  return {
    publishUrl: MEDIA_PUBLISH_URL,
    playUrl: MEDIA_PLAY_URL,
    apiUrl: MEDIA_API_URL,
    hookToken: MEDIA_HOOK_TOKEN,
    privateTargets: all.MEDIA_TARGETS_PRIVATE,
  };
}

function explain(
  wants: readonly (readonly [name: string, what: string])[],
  set: Record<string, string | undefined>,
): string {
  const lines = wants.map(([name, what]) => `  ${name} wants ${what}; it ${got(name, set[name])}`);
  return ["The environment is not right:", ...lines].join("\n");
}

function got(name: string, value: string | undefined): string {
  if (value === undefined) return "is not set";
  return secretVariables.has(name) ? "is set to something else" : `is ${JSON.stringify(value)}`;
}

/** The short id tells which secret sealed something, and nothing of the secret. */
export function named(bytes: Uint8Array<ArrayBuffer>): Secret {
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}
