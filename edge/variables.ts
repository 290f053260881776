import * as z from "zod";
import { fromBase64Url, fromHex } from "../src/bytes.ts";

const secret_bytes_min = 32;
const hook_token = "16 to 200 letters, digits and . ~ _ - by chance (openssl rand -hex 32)";

const port = z.string().regex(/^\d{1,5}$/, "a port from 0 to 65535").transform(Number)
  .refine((port) => port <= 65_535, "a port from 0 to 65535");
const seconds = z.string().regex(/^([1-5]?\d|60)$/, "whole seconds from 0 to 60").transform(Number);
const url = (...protocols: string[]) =>
  z.string().refine(
    (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
    `a URL that starts with ${protocols.map((one) => `${one}//`).join(" or ")}`,
  );
const redisUrl = url("redis:", "rediss:").refine(
  (text) => !URL.canParse(text) || /^\/?\d{0,3}$/.test(new URL(text).pathname),
  "a URL with nothing behind its host, or the number of a database (redis://host/1)",
);
const flag = z.enum(["on", "off", "true", "false", "1", "0"], "on or off")
  .transform((text) => ["on", "true", "1"].includes(text));
const secret = z.string().transform((text, context) => {
  const bytes = bytesOf(text);
  if (bytes && bytes.length >= secret_bytes_min) return bytes;
  const message = `at least ${secret_bytes_min} random bytes in hex or base64 ` +
    "(openssl rand -base64 32)";
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});
const emails = z.string().transform((text) =>
  text.split(",").map((one) => one.trim().toLowerCase()).filter(Boolean)
).refine(
  (all) => all.every((one) => z.email().safeParse(one).success),
  "e-mail addresses with commas between",
);
const networks = z.string().transform((text) =>
  text.split(",").map((one) => one.trim()).filter(Boolean)
).refine(
  (all) =>
    all.every((one) =>
      z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).safeParse(one).success
    ),
  "addresses or networks (10.0.0.0/8) with commas between",
);

/** Each variable by itself; the message of a fault says what the variable wants. */
export const Variables = z.object({
  HOST: z.string().regex(/^[\w.:-]+$/, "a host name or address").default("127.0.0.1"),
  PORT: port.default(8000),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  DATABASE_DRIVER: z.enum(["postgres", "neon"], "postgres or neon").optional(),
  NEON_PROXY: url("http:", "https:").transform((text) => new URL(text).origin).optional(),
  REDIS_URL: redisUrl.optional(),
  UPSTASH_REDIS_REST_URL: url("http:", "https:").optional(),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional(),
  DRAIN_SECONDS: seconds.default(0),
  DATA_DIR: z.string().default(".data"),
  S3_URL: url("http:", "https:").transform((text) => text.replace(/\/+$/, "")).optional(),
  S3_REGION: z.string().default("auto"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  PUBLIC_URL: url("http:", "https:").transform((text) => new URL(text).origin).optional(),
  SECRET: secret.optional(),
  SECRET_PREVIOUS: secret.optional(),
  DEVELOPER_SIGN_IN: flag.optional(),
  TIME_ZONE: z.string().refine(isTimeZone, "an IANA zone such as Asia/Seoul").default("Asia/Seoul"),
  TRUSTED_PROXIES: networks.default([]),
  RATE_LIMITS: flag.default(true),
  QSTASH_URL: url("http:", "https:").optional(),
  QSTASH_TOKEN: z.string().optional(),
  QSTASH_CURRENT_SIGNING_KEY: z.string().optional(),
  QSTASH_NEXT_SIGNING_KEY: z.string().optional(),
  MEDIA_PUBLISH_URL: url("rtmp:", "rtmps:").transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  MEDIA_PLAY_URL: url("http:", "https:").transform((text) => new URL(text).origin).optional(),
  MEDIA_API_URL: url("http:", "https:").transform((text) => new URL(text).origin).optional(),
  MEDIA_HOOK_TOKEN: z.string().regex(/^[\w.~-]{16,200}$/, hook_token).optional(),
  MEDIA_TARGETS_PRIVATE: flag.default(false),
  ADMIN_EMAILS: emails.default([]),
});

export type Variable = keyof typeof Variables.shape;

/** Variables whose values are never told. */
export const secretVariables: ReadonlySet<string> = new Set<Variable>([
  "DATABASE_URL",
  "REDIS_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "S3_SECRET_ACCESS_KEY",
  "SECRET",
  "SECRET_PREVIOUS",
  "QSTASH_TOKEN",
  "QSTASH_CURRENT_SIGNING_KEY",
  "QSTASH_NEXT_SIGNING_KEY",
  "MEDIA_HOOK_TOKEN",
]);

const upstash = [
  "UPSTASH_REDIS_REST_URL",
  "UPSTASH_REDIS_REST_TOKEN",
] as const satisfies readonly Variable[];

const bucket = [
  "S3_URL",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
] as const satisfies readonly Variable[];

const qstash = [
  "QSTASH_URL",
  "QSTASH_TOKEN",
  "QSTASH_CURRENT_SIGNING_KEY",
  "QSTASH_NEXT_SIGNING_KEY",
] as const satisfies readonly Variable[];

const media = [
  "MEDIA_PUBLISH_URL",
  "MEDIA_PLAY_URL",
  "MEDIA_API_URL",
  "MEDIA_HOOK_TOKEN",
] as const satisfies readonly Variable[];

/** Variables that are missing because of others: each with what it wants. */
export function missing(set: Partial<Record<Variable, string>>): [Variable, string][] {
  const wants: [Variable, string][] = [];
  if (set.HOST && !isLoopback(set.HOST) && !set.SECRET) {
    wants.push(["SECRET", `${secret_bytes_min} random bytes when HOST is not this machine alone`]);
  }
  if (set.SECRET_PREVIOUS && !set.SECRET) {
    wants.push(["SECRET", "the secret that came after SECRET_PREVIOUS"]);
  }
  if (set.DATABASE_DRIVER && !set.DATABASE_URL) {
    wants.push(["DATABASE_URL", "the database that DATABASE_DRIVER leads to"]);
  }
  wants.push(...together(upstash, set, "as the other UPSTASH_ variable has one"));
  if (set.REDIS_URL && set.UPSTASH_REDIS_REST_URL) {
    wants.push(["REDIS_URL", "no value when UPSTASH_REDIS_REST_URL has one"]);
  }
  wants.push(...together(bucket, set, "as the other S3_ variables have one"));
  wants.push(...together(qstash, set, "as the other QSTASH_ variables have one"));
  if (qstash.some((name) => set[name]) && !set.PUBLIC_URL) {
    wants.push(["PUBLIC_URL", "the address that QStash calls back"]);
  }
  wants.push(...together(media, set, "as the other MEDIA_ variables have one"));
  return wants;
}

/** Those of a family that are missing while others of it are there. */
function together(
  family: readonly Variable[],
  set: Partial<Record<Variable, string>>,
  because: string,
): [Variable, string][] {
  const there = family.filter((name) => set[name]);
  if (there.length === 0) return [];
  return family.filter((name) => !set[name]).map((name) => [name, `a value, ${because}`]);
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return /^([0-9a-f]{2})+$/i.test(text) ? fromHex(text) : fromBase64Url(text);
  } catch {
    return undefined;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
