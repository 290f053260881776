import { deepEqual, equal } from "node:assert/strict";
import { callBack, type Forgery } from "../../support/callback.ts";
import { holdOne } from "../../support/checkout.ts";
import { everythingIn } from "../../support/refused.ts";
import { stage } from "../../support/stage.ts";
import { town } from "../../support/town.ts";

const minute_ms = 60_000;

Deno.test("a callback that nobody signed for this moment changes nothing", async () => {
  const { database, mina, variantId, origin } = await town();
  const { shop } = await stage();
  const holdId = await holdOne(mina, variantId);
  await database.query("update holds set expires_at = now() where id = $1", [holdId]);
  const before = await everythingIn(database);
  const forgeries: Record<string, Forgery> = {
    "an unknown key": { key: "sig_unknown" },
    "another callback": { signedFor: `${origin}/hooks/callbacks/sweep` },
    "another shop": { signedFor: "https://maru.example/hooks/callbacks/lapse" },
    "another body": { signedBody: '{"all": true}' },
    "an age beyond its end": { signedAtMs: Date.now() - 10 * minute_ms },
    "a moment that has not come": { signedAtMs: Date.now() + 10 * minute_ms },
  };
  for (const [name, forgery] of Object.entries(forgeries)) {
    equal(await callBack(shop, "lapse", forgery), 403, name);
  }
  for (const signature of ["", "x", "a.b.c"]) {
    const headers = { "upstash-signature": signature };
    const answer = await fetch(`${origin}/hooks/callbacks/lapse`, { method: "POST", headers });
    equal((await answer.json()).code, "ORIGIN_REFUSED");
  }
  equal(await callBack(shop, "everything"), 404);
  deepEqual(await everythingIn(database), before);
});

Deno.test("a callback that comes twenty times does what it does once", async () => {
  const { database, scene, mina, june, variantId } = await town();
  const { shop } = await stage();
  const holdId = await holdOne(mina, variantId, 10);
  await database.query(
    "update variants set stock = 10, available = 0 where id = $1",
    [variantId],
  );
  const wait = await june.post("/api/holds", { variantId, quantity: 4, waitlist: true });
  equal(wait.body.state, "waiting");
  await database.query("update holds set expires_at = now() where id = $1", [holdId]);

  const calls = Array.from({ length: 20 }, () => callBack(shop, "lapse"));
  deepEqual(new Set(await Promise.all(calls)), new Set([204]));
  deepEqual(
    await database.query(
      `select h.state, (select jsonb_agg(o.topic order by o.topic) from outbox o
         where o.subject = h.id) as told
       from holds h where h.variant_id = $1 order by h.place`,
      [variantId],
    ),
    [
      { state: "lapsed", told: ["hold.lapsed"] },
      { state: "held", told: ["hold.promoted"] },
    ],
  );
  deepEqual(
    await database.query("select available, held, sold from variants where id = $1", [
      scene.variantIds[0],
    ]),
    [{ available: 6, held: 4, sold: 0 }],
  );
});
