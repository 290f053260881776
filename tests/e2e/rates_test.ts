import { equal, ok } from "node:assert/strict";
import { rate_general_per_minute, rate_ordering_per_minute } from "../../src/limits.ts";
import { orderBody } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { onPostgres } from "../support/databases.ts";
import { ShopProcess } from "../support/shop.ts";
import { Troupe, troupeMissing } from "../support/troupe.ts";

const minute_ms = 60_000;
/** Longer than any of these tests counts. */
const counting_ms_max = 20_000;

/** Waits for the next minute of the clock where this one is nearly over: it would count apart. */
async function oneMinute(): Promise<void> {
  const left = minute_ms - Date.now() % minute_ms;
  if (left < counting_ms_max) await new Promise((begun) => setTimeout(begun, left));
}

/** How often in a row something is answered before it comes too soon. */
async function untilTooSoon(send: () => Promise<{ status: number }>): Promise<number> {
  for (let sent = 0;; sent++) {
    const { status } = await send();
    if (status === 429) return sent;
    ok(sent < 1_000, "nothing is refused");
  }
}

Deno.test({
  name: "two processes share a bound, and without Redis neither is open" +
    (troupeMissing && ` (skipped: no ${troupeMissing})`),
  ignore: troupeMissing !== "",
  async fn() {
    await using troupe = await Troupe.open(2, { RATE_LIMITS: "on" });
    const [here, there] = troupe.shops.map(({ origin }) => origin);
    const mina = await Person.signedIn(here!);
    const elsewhere = new Person(there!);
    elsewhere.cookies.set("access", mina.cookies.get("access")!);
    const order = (by: Person) => by.post("/api/orders", { ...orderBody, holdIds: [] });

    await oneMinute();
    for (let n = 0; n < 10; n++) equal((await order(mina)).status, 422);
    equal(await untilTooSoon(() => order(elsewhere)), rate_ordering_per_minute - 10);
    equal((await order(mina)).body.code, "RATE_LIMITED");

    const june = await Person.signedIn(here!);
    elsewhere.cookies.set("access", june.cookies.get("access")!);
    await oneMinute();
    for (let n = 0; n < 10; n++) equal((await order(june)).status, 422);
    await troupe.redis.kill();
    equal(await untilTooSoon(() => order(june)), rate_ordering_per_minute - 10, "as it counted");
    equal(await untilTooSoon(() => order(elsewhere)), rate_ordering_per_minute, "by itself");
    ok(troupe.shops.every(({ log }) => log.some((line) => /"rates.alone"/.test(line))));

    await troupe.redis.start();
    // Each process comes back to Redis in its own time; until then it counts by itself.
    for (let fitted = 0; fitted !== rate_ordering_per_minute - 1;) {
      const another = await Person.signedIn(here!);
      elsewhere.cookies.set("access", another.cookies.get("access")!);
      equal((await order(another)).status, 422);
      fitted = await untilTooSoon(() => order(elsewhere));
      equal(fitted <= rate_ordering_per_minute, true);
    }
  },
});

for (const entry of ["edge/deno.ts", "edge/node.ts"]) {
  onPostgres(`a guest is who a trusted proxy says, and no other (${entry})`, async ({ url }) => {
    for (const [proxies, believed] of [["127.0.0.0/8", true], ["10.0.0.0/8", false]] as const) {
      await using shop = await ShopProcess.open({
        databaseUrl: url,
        entry,
        env: { RATE_LIMITS: "on", TRUSTED_PROXIES: proxies },
      });
      const guest = new Person(shop.origin);
      const from = (hops: string) => guest.get("/api/products", { "x-forwarded-for": hops });
      await oneMinute();
      equal(await untilTooSoon(() => from("198.51.100.1")), rate_general_per_minute);
      equal((await from("198.51.100.2")).status, believed ? 200 : 429);
      equal((await from("198.51.100.2, 198.51.100.1")).status, 429, "what it says came first");
    }
  });
}
