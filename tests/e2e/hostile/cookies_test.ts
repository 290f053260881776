import { deepEqual, equal, notEqual } from "node:assert/strict";
import { sign } from "hono/jwt";
import { tokens } from "../../../src/accounts/tokens.ts";
import { secretsOf } from "../../../edge/secret.ts";
import {
  access_token_minutes,
  refresh_grace_seconds,
  revocation_notice_seconds,
} from "../../../src/limits.ts";
import { Person } from "../../support/person.ts";
import { stage } from "../../support/stage.ts";

/** Whether the shop knows this person: by the API, and where a page leads. */
async function isKnown(person: Person): Promise<boolean> {
  const [api, page] = [await person.get("/api/me"), await person.get("/orders")];
  equal(api.status === 200, page.status === 200);
  if (api.status !== 200) {
    equal(api.body.code, "SIGN_IN_REQUIRED");
    deepEqual([page.status, page.headers.get("location")], [303, "/sign-in?from=%2Forders"]);
  }
  return api.status === 200;
}

/** Somebody with only these cookies. */
function withCookies(origin: string, cookies: Record<string, string | undefined>): Person {
  const person = new Person(origin);
  for (const [name, value] of Object.entries(cookies)) if (value) person.cookies.set(name, value);
  return person;
}

Deno.test("a tampered or foreign cookie makes nobody known", async () => {
  const { origin } = await stage();
  const mina = await Person.signedIn(origin);
  const access = mina.cookies.get("access")!;
  const refresh = mina.cookies.get("refresh")!;
  const [header, claims, mac] = access.split(".");
  const asAdmin = btoa(JSON.stringify({ ...JSON.parse(atob(claims!)), admin: true }));
  const unsigned = btoa('{"alg":"none","typ":"JWT"}').replaceAll("=", "");
  const [sessionId, turn, proof] = refresh.split(".");
  const forged: Record<string, string>[] = [
    { access: `${header}.${asAdmin.replaceAll("=", "")}.${mac}` },
    { access: `${unsigned}.${claims}.` },
    { access: `${header}.${claims}.${"A".repeat(43)}` },
    { access: await sign(JSON.parse(atob(claims!)), "secret", "HS256") },
    { access: "" },
    { access: "x".repeat(3000) },
    { access: refresh },
    { refresh: access },
    { refresh: `${sessionId}.${Number(turn) + 1}.${proof}` },
    { refresh: `${crypto.randomUUID()}.${turn}.${proof}` },
    { refresh: `${sessionId}.${turn}.` },
    { refresh: `${sessionId}.-1.${proof}` },
    { refresh: `${sessionId}'--.${turn}.${proof}` },
  ];
  for (const cookies of forged) {
    equal(await isKnown(withCookies(origin, cookies)), false, JSON.stringify(cookies));
  }
  equal(await isKnown(mina), true);
});

Deno.test("an access cookie that is too old is renewed within the request, a form included", async () => {
  const { shop, origin } = await stage();
  const mina = await Person.signedIn(origin, { name: "Mina" });
  const old = await outdated(shop.dataDir, mina);
  equal(await isKnown(withCookies(origin, { access: old })), false);

  mina.cookies.set("access", old);
  const refresh = mina.cookies.get("refresh");
  const answer = await mina.submit("/profile", { displayName: "Mina Kim" });
  deepEqual([answer.status, answer.headers.get("location")], [303, "/profile?saved"]);
  notEqual(mina.cookies.get("refresh"), refresh);
  notEqual(mina.cookies.get("access"), old);
  for (const line of answer.headers.getSetCookie()) {
    equal(/HttpOnly; SameSite=Lax/i.test(line), true, line);
  }
});

Deno.test("requests that renew at the same moment all succeed, and stay signed in", async () => {
  const { origin } = await stage();
  const mina = await Person.signedIn(origin);
  const refresh = mina.cookies.get("refresh");
  const tabs = Array.from({ length: 8 }, () => withCookies(origin, { refresh }));
  const answers = await Promise.all(tabs.map((tab) => tab.get("/api/me")));
  deepEqual(answers.map(({ status }) => status), Array(8).fill(200));
  for (const tab of tabs) {
    equal(await isKnown(withCookies(origin, { refresh: tab.cookies.get("refresh") })), true);
  }
});

Deno.test("a refresh cookie used again later ends the session for both who have it", async () => {
  const { origin, database } = await stage();
  const mina = await Person.signedIn(origin);
  const elsewhere = await Person.signedIn(origin);
  const stolen = mina.cookies.get("refresh");
  const turned = withCookies(origin, { refresh: stolen });
  equal(await isKnown(turned), true);
  const [sessionId] = stolen!.split(".");
  await database.query(
    "update sessions set turned_at = now() - make_interval(secs => $2) where id = $1",
    [sessionId, refresh_grace_seconds + 1],
  );

  equal(await isKnown(withCookies(origin, { refresh: stolen })), false);
  equal(await isKnown(withCookies(origin, { refresh: turned.cookies.get("refresh") })), false);
  // Access tokens are believed until the next look at what was revoked.
  const late = () => withCookies(origin, { access: access(turned) });
  await until(async () => (await late().get("/api/me")).status !== 200);
  equal(await isKnown(late()), false);
  equal(await isKnown(elsewhere), true);
});

Deno.test("a session that has ended by its age is not renewed", async () => {
  const { origin, database } = await stage();
  const mina = await Person.signedIn(origin);
  const refresh = mina.cookies.get("refresh")!;
  await database.query("update sessions set expires_at = now() where id = $1", [
    refresh.split(".")[0],
  ]);
  equal(await isKnown(withCookies(origin, { refresh })), false);
});

function access(person: Person) {
  return person.cookies.get("access");
}

/** The same access token, made so long ago that it has just ended. */
async function outdated(dataDir: string, person: Person): Promise<string> {
  const { readAccess, access: give } = await tokens({
    secrets: await secretsOf({ dataDir }),
  });
  const claimed = await readAccess(access(person)!, Date.now());
  return await give(claimed!, Date.now() - access_token_minutes * 60_000 - 1_000);
}

async function until(holds: () => Promise<boolean>) {
  const giveUp = Date.now() + revocation_notice_seconds * 1000 + 3_000;
  while (!(await holds())) {
    if (Date.now() > giveUp) throw new Error("a session that was revoked is still believed");
    await new Promise((after) => setTimeout(after, 100));
  }
}
