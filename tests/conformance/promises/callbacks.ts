import { deepEqual, equal } from "node:assert/strict";
import { callBackWith, type Forgery } from "../../support/callback.ts";
import { unitsOf } from "../market.ts";
import type { Promised } from "../promise.ts";

const minute_ms = 60_000;

export const forgedCallbacks: Promised = {
  says: "a forged callback is refused, and a true one that is sent again does nothing new",
  async keep(market) {
    const { shop: { called }, makeShow, makeProduct } = market;
    const { id } = await makeProduct(await makeShow());
    const before = await unitsOf(market, id);
    const forgeries: Record<string, Forgery> = {
      "an unknown key": { key: "sig_unknown" },
      "another callback": { signedFor: `${called.origin}/hooks/callbacks/sweep` },
      "another shop": { signedFor: "https://maru.example/hooks/callbacks/lapse" },
      "another body": { signedBody: '{"all": true}' },
      "an age beyond its end": { signedAtMs: Date.now() - 10 * minute_ms },
      "a moment that has not come": { signedAtMs: Date.now() + 10 * minute_ms },
    };
    for (const [name, forgery] of Object.entries(forgeries)) {
      equal(await callBackWith(called, "lapse", forgery), 403, name);
    }
    for (const signature of ["", "x", "a.b.c"]) {
      const headers = { "upstash-signature": signature };
      const url = `${called.origin}/hooks/callbacks/lapse`;
      const answer = await fetch(url, { method: "POST", headers });
      equal((await answer.json()).code, "ORIGIN_REFUSED");
    }
    for (let times = 0; times < 3; times++) equal(await callBackWith(called, "lapse"), 204);
    equal(await callBackWith(called, "everything"), 404);
    deepEqual(await unitsOf(market, id), before);
  },
};
