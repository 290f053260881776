import assert from "node:assert/strict";
import { Hono } from "hono";
import { sign } from "hono/jwt";
import { encodeBase64Url } from "hono/utils/encode";
import { refusalStatus, Refused } from "../../../src/errors.ts";
import { callback_body_bytes_max } from "../../../src/limits.ts";
import { type CallbackHandlers, callbackRoutes } from "../../../src/schedule/receive.ts";
import { keys, schedulingPlatform } from "./platform.ts";

const url = "https://maru.example/hooks/callbacks/lapse";

/** The app as a callback meets it, and the calls that got through to the handler `lapse`. */
function shop(handlers: CallbackHandlers = {}) {
  const platform = schedulingPlatform();
  const calls: unknown[] = [];
  const app = new Hono();
  const lapse = (body: unknown) => Promise.resolve(void calls.push(body));
  app.route("/", callbackRoutes(platform, { lapse, ...handlers }));
  app.onError((error, c) => {
    if (!(error instanceof Refused)) return c.json({}, 500);
    return c.json(error.refusal, refusalStatus[error.refusal.code]);
  });
  return { app, platform, calls };
}

interface Claims {
  readonly body?: string;
  readonly sub?: string;
  readonly iss?: string;
  readonly ageSeconds?: number;
  readonly key?: string;
}

/** A signature as QStash makes them, but for what is told otherwise. */
async function signatureOf(claims: Claims = {}): Promise<string> {
  const { body = "{}", sub = url, iss = "Upstash", ageSeconds = 0 } = claims;
  const iat = Math.floor(Date.now() / 1_000) - ageSeconds;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  const payload = { iss, sub, iat, nbf: iat, exp: iat + 300, body: encodeBase64Url(digest) };
  return await sign(payload, claims.key ?? keys.currentSigningKey);
}

function post(app: Hono, signature: string | undefined, body = "{}", path = "/lapse") {
  const headers: Record<string, string> = signature ? { "Upstash-Signature": signature } : {};
  return app.request(`/hooks/callbacks${path}`, { method: "POST", headers, body });
}

Deno.test("a signed callback reaches its handler with its body", async () => {
  const { app, calls } = shop();
  const body = '{"shop":"안녕"}';
  const answer = await post(app, await signatureOf({ body }), body);
  assert.equal(answer.status, 204);
  assert.deepEqual(calls, [{ shop: "안녕" }]);
});

Deno.test("a callback without a body, as schedules send, reaches its handler", async () => {
  const { app, calls } = shop();
  const answer = await post(app, await signatureOf({ body: "" }), "");
  assert.equal(answer.status, 204);
  assert.deepEqual(calls, [undefined]);
});

Deno.test("the next key is accepted too", async () => {
  const { app, calls } = shop();
  assert.equal((await post(app, await signatureOf({ key: keys.nextSigningKey }))).status, 204);
  assert.equal(calls.length, 1);
});

const tampered = async () => {
  const [header, payload] = (await signatureOf()).split(".");
  return `${header}.${payload}.${"A".repeat(43)}`;
};
const unsigned = async () => {
  const [, payload] = (await signatureOf()).split(".");
  return `${btoa('{"alg":"none","typ":"JWT"}').replaceAll("=", "")}.${payload}.`;
};
const hashless = () => {
  const iat = Math.floor(Date.now() / 1_000);
  return sign({ iss: "Upstash", sub: url, iat, exp: iat + 300 }, keys.currentSigningKey);
};

const forgeries: Record<string, () => Promise<string | undefined>> = {
  "no signature": () => Promise.resolve(undefined),
  "a signature that is none": () => Promise.resolve("x"),
  "a wrong signature": tampered,
  "no algorithm": unsigned,
  "no hash of a body": hashless,
  "another body": () => signatureOf({ body: '{"shop":1}' }),
  "another callback's URL": () =>
    signatureOf({ sub: "https://maru.example/hooks/callbacks/sweep" }),
  "another origin": () => signatureOf({ sub: "http://maru.example/hooks/callbacks/lapse" }),
  "another issuer": () => signatureOf({ iss: "Someone" }),
  "an unknown key": () => signatureOf({ key: "sig_unknown" }),
  "the beginning of a key": () => signatureOf({ key: "sig_" }),
  "an age beyond its end": () => signatureOf({ ageSeconds: 310 }),
  "a moment that has not come": () => signatureOf({ ageSeconds: -10 }),
};

for (const [name, forge] of Object.entries(forgeries)) {
  Deno.test(`${name} is refused and changes nothing`, async () => {
    const { app, calls, platform } = shop();
    const answer = await post(app, await forge());
    assert.equal(answer.status, 403);
    assert.equal((await answer.json()).code, "ORIGIN_REFUSED");
    assert.deepEqual(calls, []);
    assert.deepEqual(platform.logged.map(([event]) => event), ["callback.refused"]);
  });
}

Deno.test("clocks may differ by seconds", async () => {
  const { app } = shop();
  assert.equal((await post(app, await signatureOf({ ageSeconds: 302 }))).status, 204);
  assert.equal((await post(app, await signatureOf({ ageSeconds: -3 }))).status, 204);
});

Deno.test("what the environment says about development keys is not listened to", async () => {
  const { app, calls } = shop();
  Deno.env.set("QSTASH_DEV", "1");
  try {
    // The client's own public development key.
    const key = "sig_7kYjw48mhY7kAjqNGcy6cr29RJ6r";
    assert.equal((await post(app, await signatureOf({ key }))).status, 403);
    assert.equal((await post(app, await signatureOf())).status, 204);
  } finally {
    Deno.env.delete("QSTASH_DEV");
  }
  assert.equal(calls.length, 1);
});

Deno.test("a name that nobody handles is not found, signed or not", async () => {
  const { app } = shop();
  for (const name of ["unknown", "constructor", "to-string"]) {
    const sub = `https://maru.example/hooks/callbacks/${name}`;
    assert.equal((await post(app, await signatureOf({ sub }), "{}", `/${name}`)).status, 404);
    assert.equal((await post(app, undefined, "{}", `/${name}`)).status, 403);
  }
  assert.equal((await post(app, undefined, "{}", "/__proto__")).status, 404);
  assert.equal((await post(app, undefined, "{}", "/lapse/more")).status, 404);
  assert.equal((await app.request("/hooks/callbacks/lapse")).status, 404);
});

Deno.test("a body is read to its bound", async () => {
  const { app, calls } = shop();
  const fits = JSON.stringify("a".repeat(callback_body_bytes_max - 2));
  assert.equal((await post(app, await signatureOf({ body: fits }), fits)).status, 204);
  const tooLarge = JSON.stringify("a".repeat(callback_body_bytes_max - 1));
  const answer = await post(app, await signatureOf({ body: tooLarge }), tooLarge);
  assert.equal(answer.status, 413);
  assert.equal(calls.length, 1);
});

Deno.test("a signed body that is no JSON is refused", async () => {
  const { app, calls } = shop();
  assert.equal((await post(app, await signatureOf({ body: "{" }), "{")).status, 422);
  assert.deepEqual(calls, []);
});

Deno.test("a handler that throws is answered with a failure, so that it is called again", async () => {
  let broken = true;
  const { app } = shop({
    lapse: () => broken ? Promise.reject(new Error("broken")) : Promise.resolve(),
  });
  const signature = await signatureOf();
  assert.equal((await post(app, signature)).status, 500);
  broken = false;
  assert.equal((await post(app, signature)).status, 204);
});

Deno.test("the same message twenty times does what once does", async () => {
  const holds = [{ expiresAt: 5, state: "held" }, { expiresAt: 50, state: "held" }];
  const promoted: number[] = [];
  const { app } = shop({
    lapse: () => {
      const overdue = holds.filter((hold) => hold.state === "held" && hold.expiresAt <= 10);
      for (const hold of overdue) {
        hold.state = "lapsed";
        promoted.push(hold.expiresAt);
      }
      return Promise.resolve();
    },
  });
  const signature = await signatureOf();
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(app, signature)));
  assert(answers.every((answer) => answer.status === 204));
  assert.deepEqual(promoted, [5]);
  assert.deepEqual(holds.map((hold) => hold.state), ["lapsed", "held"]);
});
