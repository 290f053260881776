import { fromBase64Url, fromHex } from "../src/bytes.ts";
import { z } from "zod";
import type { SchedulerAddress, Secret } from "../src/platform.ts";

/** What the environment says, validated. Read once, at the start of a process. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL; absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly dataDir: string;
  /** Origin that people see, without a last slash. */
  readonly publicOrigin?: string;
  /** Absent: one is made and kept in `dataDir`. */
  readonly secrets?: { readonly current: Secret; readonly previous?: Secret };
  readonly developerSignIn: boolean;
  readonly timeZone: string;
  /** Absent: the embedded scheduler. */
  readonly scheduler?: Omit<SchedulerAddress, "callbackOrigin">;
  /** Lower-case addresses of those who are admins once a provider has verified them. */
  readonly adminEmails: readonly string[];
}

/** Every variable that is wrong, in one readable text. Values of secrets are never told. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const secret_bytes_min = 32;
const hidden = new Set(["SECRET", "SECRET_PREVIOUS", "DATABASE_URL", "REDIS_URL", "QSTASH_TOKEN"]);

const url = (...protocols: string[]) =>
  z.string().refine(
    (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
    `a URL that starts with ${protocols.map((one) => `${one}//`).join(" or ")}`,
  );
const flag = z.enum(["on", "off", "true", "false", "1", "0"], "on or off")
  .transform((text) => ["on", "true", "1"].includes(text));
const secret = z.string().transform(bytesOf).refine(
  (bytes) => bytes !== undefined && bytes.length >= secret_bytes_min,
  `at least ${secret_bytes_min} random bytes in hex or base64 (openssl rand -base64 32)`,
).transform((bytes) => bytes!);

const Variables = z.object({
  HOST: z.string().regex(/^[\w.:-]+$/, "a host name or address").default("127.0.0.1"),
  PORT: z.string().regex(/^\d+$/, "a port from 0 to 65535").transform(Number)
    .refine((port) => port <= 65_535, "a port from 0 to 65535").default(8000),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  REDIS_URL: url("redis:", "rediss:").optional(),
  DATA_DIR: z.string().default(".data"),
  PUBLIC_URL: url("http:", "https:").transform((text) => new URL(text).origin).optional(),
  SECRET: secret.optional(),
  SECRET_PREVIOUS: secret.optional(),
  DEVELOPER_SIGN_IN: flag.optional(),
  TIME_ZONE: z.string().refine(isTimeZone, "an IANA zone such as Asia/Seoul").default("Asia/Seoul"),
  QSTASH_URL: url("http:", "https:").optional(),
  QSTASH_TOKEN: z.string().optional(),
  QSTASH_CURRENT_SIGNING_KEY: z.string().optional(),
  QSTASH_NEXT_SIGNING_KEY: z.string().optional(),
  ADMIN_EMAILS: z.string().default("").transform((text) =>
    text.split(",").map((one) => one.trim().toLowerCase()).filter(Boolean)
  ).refine(
    (all) => all.every((one) => z.email().safeParse(one).success),
    "e-mail addresses, comma between",
  ),
}).superRefine((all, context) => {
  const asks = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (!isLoopback(all.HOST) && !all.SECRET) {
    asks("SECRET", `${secret_bytes_min} random bytes or more when HOST is not this machine`);
  }
  const qstash = [
    "QSTASH_URL",
    "QSTASH_TOKEN",
    "QSTASH_CURRENT_SIGNING_KEY",
    "QSTASH_NEXT_SIGNING_KEY",
  ] as const;
  if (qstash.some((name) => all[name])) {
    for (const name of qstash) if (!all[name]) asks(name, "to be set, as the other QSTASH_… are");
    if (!all.PUBLIC_URL) asks("PUBLIC_URL", "the address that QStash calls back");
  }
});

/**
 * Reads the environment. An empty variable counts as not set.
 * @throws EnvironmentError naming every variable that is wrong, what it wants and what it got
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const read = Variables.safeParse(set);
  if (!read.success) throw new EnvironmentError(explain(read.error.issues, set));
  const all = read.data;
  return {
    host: all.HOST,
    port: all.PORT,
    databaseUrl: all.DATABASE_URL,
    redisUrl: all.REDIS_URL,
    dataDir: all.DATA_DIR,
    publicOrigin: all.PUBLIC_URL,
    secrets: all.SECRET && {
      current: named(all.SECRET),
      previous: all.SECRET_PREVIOUS && named(all.SECRET_PREVIOUS),
    },
    developerSignIn: all.DEVELOPER_SIGN_IN ?? (!all.DATABASE_URL && isLoopback(all.HOST)),
    timeZone: all.TIME_ZONE,
    scheduler: all.QSTASH_URL
      ? {
        url: all.QSTASH_URL.replace(/\/$/, ""),
        token: all.QSTASH_TOKEN!,
        currentSigningKey: all.QSTASH_CURRENT_SIGNING_KEY!,
        nextSigningKey: all.QSTASH_NEXT_SIGNING_KEY!,
      }
      : undefined,
    adminEmails: all.ADMIN_EMAILS,
  };
}

function explain(issues: readonly z.core.$ZodIssue[], set: Record<string, unknown>) {
  const lines = issues.map(({ path: [name], message }) => {
    const got = set[String(name)];
    const told = got === undefined
      ? "is not set"
      : hidden.has(String(name))
      ? "is set to something else"
      : `is ${JSON.stringify(got)}`;
    return `  ${String(name)} wants ${message}; it ${told}`;
  });
  return ["The environment is not right:", ...lines].join("\n");
}

/** The short id tells which secret sealed something, and nothing of the secret. */
export function named(bytes: Uint8Array<ArrayBuffer>): Secret {
  let sum = 0;
  for (const byte of bytes) sum = (sum * 257 + byte) % 0xffffff;
  return { id: sum.toString(36), bytes };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    if (/^([0-9a-f]{2})+$/i.test(text)) return fromHex(text);
    return fromBase64Url(text);
  } catch {
    return undefined;
  }
}

function isLoopback(host: string) {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function isTimeZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
