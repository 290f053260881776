import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { EnvironmentError, readEnvironment } from "../../edge/environment.ts";

const secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const qstash = {
  QSTASH_URL: "https://qstash.example/",
  QSTASH_TOKEN: "token",
  QSTASH_CURRENT_SIGNING_KEY: "current",
  QSTASH_NEXT_SIGNING_KEY: "next",
  PUBLIC_URL: "https://shop.example/anything",
};

const media = {
  MEDIA_PUBLISH_URL: "rtmp://media.example:1936/live/",
  MEDIA_PLAY_URL: "https://play.example/",
  MEDIA_API_URL: "http://10.0.0.7:1985/api",
  MEDIA_HOOK_TOKEN: "0123456789abcdef",
};

function wrong(variables: Record<string, string>): string {
  try {
    readEnvironment(variables);
  } catch (error) {
    ok(error instanceof EnvironmentError);
    return error.message;
  }
  throw new Error("the environment was accepted");
}

Deno.test("an empty environment is the embedded default on this machine", () => {
  deepEqual({ ...readEnvironment({}) }, {
    host: "127.0.0.1",
    port: 8000,
    databaseUrl: undefined,
    neon: undefined,
    redisUrl: undefined,
    upstash: undefined,
    drainSeconds: 0,
    dataDir: ".data",
    bucket: undefined,
    publicOrigin: undefined,
    secrets: undefined,
    developerSignIn: true,
    timeZone: "Asia/Seoul",
    trustedProxies: [],
    rateLimits: true,
    scheduler: undefined,
    media: undefined,
    adminEmails: [],
  });
  deepEqual(readEnvironment({ PORT: "", HOST: "" }), readEnvironment({}));
});

Deno.test("everything that is set is read", () => {
  const environment = readEnvironment({
    ...qstash,
    HOST: "0.0.0.0",
    PORT: "80",
    DRAIN_SECONDS: "60",
    DATABASE_URL: "postgres://maru@db/maru",
    REDIS_URL: "redis://cache",
    SECRET: secret,
    TIME_ZONE: "America/Los_Angeles",
    TRUSTED_PROXIES: "10.0.0.0/8, ::1",
    RATE_LIMITS: "off",
    ADMIN_EMAILS: "A@example.com, b@example.com,",
  });
  equal(environment.port, 80);
  equal(environment.drainSeconds, 60);
  equal(environment.publicOrigin, "https://shop.example");
  equal(environment.secrets?.current.bytes.length, 32);
  deepEqual(environment.scheduler, {
    url: "https://qstash.example",
    token: "token",
    currentSigningKey: "current",
    nextSigningKey: "next",
  });
  deepEqual(environment.trustedProxies, ["10.0.0.0/8", "::1"]);
  equal(environment.rateLimits, false);
  deepEqual(environment.adminEmails, ["a@example.com", "b@example.com"]);
});

Deno.test("a secret is hex or base64 of either alphabet, with an id that is its own", () => {
  const bytes = new Uint8Array(32).fill(0xfb);
  const spellings = [bytes.toHex(), bytes.toBase64(), bytes.toBase64({ alphabet: "base64url" })];
  const read = spellings.map((SECRET) => readEnvironment({ SECRET }).secrets!.current);
  deepEqual(read.map((one) => one.bytes), [bytes, bytes, bytes]);
  equal(new Set(read.map((one) => one.id)).size, 1);

  const { current, previous } = readEnvironment({ SECRET: secret, SECRET_PREVIOUS: spellings[0] })
    .secrets!;
  ok(current.id !== previous?.id);
});

Deno.test("developer sign-in is off as soon as others could reach it, unless it is asked for", () => {
  const on = (variables: Record<string, string>) => readEnvironment(variables).developerSignIn;
  const DATABASE_URL = "postgres://db/maru";
  equal(on({ HOST: "localhost" }), true);
  equal(on({ HOST: "::1" }), true);
  equal(on({ DATABASE_URL }), false);
  equal(on({ HOST: "0.0.0.0", SECRET: secret }), false);
  equal(on({ HOST: "127.0.0.1.example.com", SECRET: secret }), false);
  equal(on({ DATABASE_URL, DEVELOPER_SIGN_IN: "on" }), true);
  equal(on({ DEVELOPER_SIGN_IN: "off" }), false);
});

Deno.test("a media server is named by all of its variables", () => {
  deepEqual(readEnvironment(media).media, {
    publishUrl: "rtmp://media.example:1936/live",
    playUrl: "https://play.example",
    apiUrl: "http://10.0.0.7:1985",
    hookToken: "0123456789abcdef",
    privateTargets: false,
  });
  equal(readEnvironment({ ...media, MEDIA_TARGETS_PRIVATE: "on" }).media?.privateTargets, true);
});

const faults: [Record<string, string>, string[]][] = [
  [{ S3_URL: "https://s3.example/maru" }, [
    "S3_ACCESS_KEY_ID wants a value, as the other S3_ variables have one; it is not set",
    "S3_SECRET_ACCESS_KEY wants a value, as the other S3_ variables have one; it is not set",
  ]],
  [{ ...media, MEDIA_API_URL: "" }, [
    "MEDIA_API_URL wants a value, as the other MEDIA_ variables have one; it is not set",
  ]],
  [{ ...media, MEDIA_PUBLISH_URL: "http://media.example/live", MEDIA_HOOK_TOKEN: "a b" }, [
    "MEDIA_PUBLISH_URL wants a URL that starts with rtmp:// or rtmps://; " +
    'it is "http://media.example/live"',
    "MEDIA_HOOK_TOKEN wants 16 to 200 letters, digits and . ~ _ - by chance " +
    "(openssl rand -hex 32); it is set to something else",
  ]],
  [{ PORT: "eighty" }, ['PORT wants a port from 0 to 65535; it is "eighty"']],
  [{ DRAIN_SECONDS: "61" }, ['DRAIN_SECONDS wants whole seconds from 0 to 60; it is "61"']],
  [{ PORT: "65536" }, ['PORT wants a port from 0 to 65535; it is "65536"']],
  [{ HOST: "a b" }, [
    'HOST wants a host name or address; it is "a b"',
    "SECRET wants 32 random bytes when HOST is not this machine alone; it is not set",
  ]],
  [{ DATABASE_URL: "mysql://user:password@db" }, [
    "DATABASE_URL wants a URL that starts with postgres:// or postgresql://; it is set to something else",
  ]],
  [{ REDIS_URL: "http://cache" }, [
    "REDIS_URL wants a URL that starts with redis:// or rediss://; it is set to something else",
  ]],
  [{ REDIS_URL: "redis://cache/maru" }, [
    "REDIS_URL wants a URL with nothing behind its host, or the number of a database " +
    "(redis://host/1); it is set to something else",
  ]],
  [{ PUBLIC_URL: "shop.example" }, [
    'PUBLIC_URL wants a URL that starts with http:// or https://; it is "shop.example"',
  ]],
  [{ SECRET: "too short" }, [
    "SECRET wants at least 32 random bytes in hex or base64 (openssl rand -base64 32); it is set to something else",
  ]],
  [{ SECRET_PREVIOUS: secret }, [
    "SECRET wants the secret that came after SECRET_PREVIOUS; it is not set",
  ]],
  [{ DEVELOPER_SIGN_IN: "perhaps" }, ['DEVELOPER_SIGN_IN wants on or off; it is "perhaps"']],
  [{ TRUSTED_PROXIES: "10.0.0.0/8,proxy" }, [
    "TRUSTED_PROXIES wants addresses or networks (10.0.0.0/8) with commas between; " +
    'it is "10.0.0.0/8,proxy"',
  ]],
  [{ RATE_LIMITS: "some" }, ['RATE_LIMITS wants on or off; it is "some"']],
  [{ TIME_ZONE: "Mars/Base" }, [
    'TIME_ZONE wants an IANA zone such as Asia/Seoul; it is "Mars/Base"',
  ]],
  [{ DATABASE_DRIVER: "mysql", DATABASE_URL: "postgres://db/maru" }, [
    'DATABASE_DRIVER wants postgres or neon; it is "mysql"',
  ]],
  [{ DATABASE_DRIVER: "neon" }, [
    "DATABASE_URL wants the database that DATABASE_DRIVER leads to; it is not set",
  ]],
  [{ NEON_PROXY: "localhost:1" }, [
    'NEON_PROXY wants a URL that starts with http:// or https://; it is "localhost:1"',
  ]],
  [{ UPSTASH_REDIS_REST_URL: "https://cache.example" }, [
    "UPSTASH_REDIS_REST_TOKEN wants a value, as the other UPSTASH_ variable has one; it is not set",
  ]],
  [{
    UPSTASH_REDIS_REST_URL: "https://c.example",
    UPSTASH_REDIS_REST_TOKEN: "t",
    REDIS_URL: "redis://c",
  }, [
    "REDIS_URL wants no value when UPSTASH_REDIS_REST_URL has one; it is set to something else",
  ]],
  [{ QSTASH_TOKEN: "token", QSTASH_URL: "https://q.example", PUBLIC_URL: "https://s.example" }, [
    "QSTASH_CURRENT_SIGNING_KEY wants a value, as the other QSTASH_ variables have one; it is not set",
    "QSTASH_NEXT_SIGNING_KEY wants a value, as the other QSTASH_ variables have one; it is not set",
  ]],
  [{ ...qstash, PUBLIC_URL: "" }, [
    "PUBLIC_URL wants the address that QStash calls back; it is not set",
  ]],
  [{ ADMIN_EMAILS: "a@example.com,b" }, [
    'ADMIN_EMAILS wants e-mail addresses with commas between; it is "a@example.com,b"',
  ]],
];

for (const [variables, lines] of faults) {
  Deno.test(`${Object.keys(variables)} is explained when it is wrong: ${lines[0]}`, () => {
    equal(wrong(variables), ["The environment is not right:", ...lines].join("\n  "));
  });
}

Deno.test("all that is wrong is told at once", () => {
  const told = wrong({ HOST: "0.0.0.0", PORT: "x", TIME_ZONE: "x", QSTASH_TOKEN: "x" });
  for (const name of ["PORT", "TIME_ZONE", "SECRET", "QSTASH_URL", "PUBLIC_URL"]) {
    ok(told.includes(`\n  ${name} wants `), name);
  }
});

Deno.test("no secret is ever told", () => {
  const hidden = "hunter2";
  throws(
    () =>
      readEnvironment({
        SECRET: hidden,
        SECRET_PREVIOUS: hidden,
        DATABASE_URL: hidden,
        REDIS_URL: hidden,
        UPSTASH_REDIS_REST_TOKEN: hidden,
        QSTASH_TOKEN: hidden,
      }),
    (error) => error instanceof EnvironmentError && !error.message.includes(hidden),
  );
});
