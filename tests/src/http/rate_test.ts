import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Database } from "../../../src/platform.ts";
import {
  rate_drawn_again_per_minute,
  rate_general_per_minute,
  rate_holding_per_minute,
  rate_ordering_per_minute,
  rate_sign_in_per_minute,
} from "../../../src/limits.ts";
import { checkoutForm, holdOne, orderBody } from "../../support/checkout.ts";
import { anyDatabase } from "../../support/databases.ts";
import { type Answer, type Json, Person } from "../../support/person.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

const minute_ms = 60_000;
const english = { "accept-language": "en" };

/** A shop that bounds requests, at a clock that stands until it is moved. */
class Bounded extends TestApp {
  #clock: { now: number };

  constructor(database: Database) {
    const clock = { now: Date.now() };
    clock.now -= clock.now % minute_ms;
    super(database, { configuration: { rateLimits: true }, now: () => clock.now });
    this.#clock = clock;
  }

  pass(ms: number) {
    this.#clock.now += ms;
  }

  /** Somebody who is not signed in, behind an address. */
  from(address?: string): Person {
    const { origin, app } = this;
    return new Person({
      origin,
      fetch: async (input, init) => await app.fetch(new Request(input, init), { address }),
    });
  }
}

function bounded(name: string, test: (app: Bounded) => Promise<void>) {
  anyDatabase(name, async (database) => {
    await using app = new Bounded(database);
    await test(app);
  });
}

/** Sends something again and again, as often as it may be sent. */
async function often(times: number, send: () => Promise<Answer<unknown>>, refused = 429) {
  for (let n = 1; n <= times; n++) {
    const { status } = await send();
    ok(status !== refused, `the ${n}th of ${times} was refused`);
  }
}

function tooSoon({ status, headers, body }: Answer<Json | string>, retryAfter = "60") {
  equal(status, 429);
  equal(headers.get("retry-after"), retryAfter);
  if (typeof body === "string") return match(body, /That was very fast/);
  equal(headers.get("content-type"), "application/problem+json");
  deepEqual([body.code, body.retryAfterMs], ["RATE_LIMITED", Number(retryAfter) * 1000]);
}

bounded("over the API each class ends at its bound, until the minute is over", async (app) => {
  const mina = await app.signedIn();
  const june = await app.signedIn();
  const classes: [number, (by: Person) => Promise<Answer>][] = [
    [rate_ordering_per_minute, (by) => by.post("/api/orders", { ...orderBody, holdIds: [] })],
    [rate_holding_per_minute, (by) => by.post("/api/holds", { quantity: 1 })],
    [rate_general_per_minute, (by) => by.get("/api/me")],
  ];
  for (const [bound, send] of classes) {
    await often(bound, () => send(mina));
    tooSoon(await send(mina));
    ok((await send(june)).status !== 429, "somebody else");
  }
  app.pass(minute_ms - 1_000);
  for (const [, send] of classes) tooSoon(await send(mina), "1");
  app.pass(1_000);
  for (const [, send] of classes) ok((await send(mina)).status !== 429);
});

bounded("whoever wants to be one person, wants it twenty times a minute", async (app) => {
  const ask = (email: string) => app.guest().post("/api/sign-in/dev", { email });
  await often(rate_sign_in_per_minute, () => ask("mina@example.com"));
  tooSoon(await ask("Mina@example.com"));
  const form = { email: "mina@example.com", name: "Mina", role: "seller" };
  const page = await app.guest().send<string>("POST", "/sign-in/dev", {
    body: new URLSearchParams(form),
    headers: english,
  });
  tooSoon(page);
  match(page.body, /value="mina@example.com"/);
  match(page.body, /value="Mina"/);
  equal((await ask("june@example.com")).status, 200);
  app.pass(minute_ms);
  equal((await ask("mina@example.com")).status, 200);
});

bounded("guests are bounded by where they come from, and people wherever they are", async (app) => {
  const mina = await app.signedIn();
  const guest = app.from("203.0.113.7");
  await often(rate_general_per_minute, () => guest.get("/terms"));
  tooSoon(await guest.get("/terms", english));
  tooSoon(await guest.post("/api/sign-in/dev", { email: "mina@example.com" }));
  tooSoon(await app.from("::ffff:203.0.113.7").get("/terms", english));
  equal((await app.from("203.0.113.8").get("/terms")).status, 200);

  await often(rate_general_per_minute, () => app.from("2001:db8::1").get("/terms"));
  tooSoon(await app.from("2001:db8::2").get("/terms", english));
  equal((await app.from("2001:db8:0:1::1").get("/terms")).status, 200);

  await often(rate_general_per_minute - 1, () => app.from().get("/terms"));
  tooSoon(await app.guest().get("/terms", english));
  equal((await mina.get("/terms")).status, 200, "behind no address either, but known");
});

bounded("what pages are made of, callbacks and health checks have no bound", async (app) => {
  const guest = app.from("203.0.113.7");
  await often(rate_general_per_minute, () => guest.get("/terms"));
  for (const path of ["/livez", "/readyz", "/assets/shop.css", "/pictures/a.webp"]) {
    ok((await guest.get(path)).status !== 429, path);
  }
  equal((await guest.post("/hooks/callbacks/lapse")).status, 403);
  tooSoon(await guest.get("/", english));
});

bounded("a form that comes too soon does nothing, and is drawn as it was typed", async (app) => {
  const { variantIds, productId, showId } = await setScene(app.database, { stock: [50] });
  const [variantId = ""] = variantIds;
  const mina = await app.signedIn();
  mina.cookies.set("locale", "en");
  const holdIds = await holdOne(mina, variantId, 2);
  await often(
    rate_ordering_per_minute,
    () => mina.submit("/orders", { ...checkoutForm, holdIds, country: "", line1: "" }),
  );
  const typed = { ...checkoutForm, holdIds, line1: "99 Elm <St>", city: "Pasadena" };
  const refused = await mina.submit("/orders", typed);
  tooSoon(refused);
  match(refused.body, /value="99 Elm &lt;St>"|value="99 Elm &lt;St&gt;"/);
  match(refused.body, /value="Pasadena"/);
  equal((await app.database.query("select from orders")).length, 0);

  await often(
    rate_holding_per_minute - 1,
    () => mina.submit("/holds", { variantId, quantity: "0", from: `/products/${productId}` }),
  );
  const unheld = await mina.submit("/holds", {
    variantId,
    quantity: "7",
    from: `/products/${productId}`,
  });
  tooSoon(unheld);
  match(unheld.body, /value="7"/);
  const [{ held } = { held: 0 }] = await app.database.query<{ held: number }>(
    "select held from variants where id = $1",
    [variantId],
  );
  equal(held, 2, "nothing but what was held before");

  await often(rate_general_per_minute - 5, () => mina.get("/terms"));
  await often(5, () => mina.post("/nowhere"));
  const unsaid = await mina.submit(`/shows/${showId}/messages`, { text: "what I wrote" });
  tooSoon(unsaid);
  match(unsaid.body, /what I wrote/);
  equal((await app.database.query("select from messages")).length, 0);
  const profile = await mina.submit("/profile", { displayName: "Mina the Second" });
  tooSoon(profile);
  match(profile.body, /value="Mina the Second"/);

  app.pass(minute_ms);
  equal((await mina.submit("/orders", typed)).status, 303, "and later it is done");
});

bounded("a form that is sent on and on is not drawn for ever", async (app) => {
  const mina = await app.signedIn();
  mina.cookies.set("locale", "en");
  const send = () => mina.submit("/profile", { displayName: "Mina the Second" });
  await often(rate_general_per_minute, () => mina.get("/terms"));
  for (let n = 0; n < rate_drawn_again_per_minute; n++) match((await send()).body, /the Second/);
  const last = await send();
  tooSoon(last);
  ok(!last.body.includes("the Second"));
});
