import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { tokens } from "../../../src/accounts/tokens.ts";
import type { Person } from "../../../src/http/env.ts";
import { access_token_minutes, access_tokens_remembered_max } from "../../../src/limits.ts";
import type { Configuration, Secret } from "../../../src/platform.ts";

const configured = (current: Secret, previous?: Secret) =>
  ({ secrets: { current, previous } }) as Configuration;
const secret = (id: string): Secret => ({
  id,
  bytes: crypto.getRandomValues(new Uint8Array(32)),
});
const mina: Person = {
  id: uuidv7(),
  sessionId: uuidv7(),
  displayName: "미나",
  admin: false,
  sellerId: undefined,
  moderates: [],
};
const lasts_ms = access_token_minutes * 60_000;
const at = 1_700_000_000_000;

Deno.test("an access token is believed until it expires, however often it was believed before", async () => {
  const { access, readAccess } = await tokens(configured(secret("a")));
  const token = await access(mina, at);
  for (const now of [at, at, at + lasts_ms - 1]) deepEqual(await readAccess(token, now), mina);
  equal(await readAccess(token, at + lasts_ms), undefined);
});

Deno.test("a token that was tampered with is not believed, though the true one was", async () => {
  const { access, readAccess } = await tokens(configured(secret("a")));
  const token = await access(mina, at);
  deepEqual(await readAccess(token, at), mina);
  const [head, , mac] = token.split(".");
  const admin = btoa(JSON.stringify({ sub: mina.id, sid: mina.sessionId, name: "", admin: true }));
  equal(await readAccess(`${head}.${admin}.${mac}`, at), undefined);
  equal(await readAccess(token.slice(0, -2), at), undefined);
  const foreign = await tokens(configured(secret("b")));
  equal(await foreign.readAccess(token, at), undefined);
});

Deno.test("tokens of the previous secret are believed beside those of the current one", async () => {
  const old = secret("a");
  const before = await tokens(configured(old));
  const after = await tokens(configured(secret("b"), old));
  deepEqual(await after.readAccess(await before.access(mina, at), at), mina);
  deepEqual(await after.readAccess(await after.access(mina, at), at), mina);
});

Deno.test("more tokens than are remembered are all believed", async () => {
  const { access, readAccess } = await tokens(configured(secret("a")));
  const first = await access(mina, at);
  deepEqual(await readAccess(first, at), mina);
  const others = Array.from({ length: access_tokens_remembered_max }, (_, one) => at + one * 1_000);
  for (const now of others) equal((await readAccess(await access(mina, now), now))?.id, mina.id);
  deepEqual(await readAccess(first, at), mina);
});
