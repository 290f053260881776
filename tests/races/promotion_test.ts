import { deepEqual, equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../src/platform.ts";
import { changeStock, hold, lapse, release, serveLines } from "../../src/stock/mod.ts";
import { clients, rush } from "../support/rush.ts";
import { setScene } from "../support/scene.ts";
import { alter, figures, wish } from "../support/wishes.ts";
import { race } from "./race.ts";
import { withoutLocks } from "./unprotected.ts";

const half = clients / 2;
const quarter = clients / 4;

race("free units promote the line in order, each once, whoever serves it", {
  unprotect: withoutLocks,
  async run(database) {
    const scene = await setScene(database, { stock: [half], shoppers: 1 + clients + quarter });
    const [cap = ""] = scene.variantIds;
    const [owner = "", ...others] = scene.shopperIds;
    const waiting = others.slice(0, clients).map((shopper) =>
      wish(shopper, cap, { waitlist: true })
    );
    await alter(database, "sellers", scene.sellerId, { units_per_shopper: half });
    const all = wish(owner, cap, { quantity: half });
    await hold(database, [all, ...waiting]);
    // What comes back while it is not on offer is free, and nobody's yet.
    await alter(database, "variants", cap, { hidden: true });
    await release(database, [{ personId: owner, holdId: all.holdId, requestId: uuidv7() }]);
    await alter(database, "variants", cap, { hidden: false });

    await rush<unknown>(database, async (n) => {
      if (n < half) return n % 2 === 0 ? await lapse(database) : await serveLines(database);
      if (n < half + quarter) {
        const [late] = await hold(database, [wish(others[clients + n - half]!, cap)]);
        return equal(late!.refusal?.code, "SOLD_OUT");
      }
      return await changeStock(database, [{
        personId: scene.ownerId,
        sellerId: scene.sellerId,
        variantId: cap,
        requestId: uuidv7(),
        id: uuidv7(),
        delta: 1,
        reason: "",
      }]);
    });
    const served = half + quarter;
    deepEqual(await promoted(database), waiting.slice(0, served).map(({ holdId }) => holdId));
    deepEqual(await figures(database, cap), { stock: served, available: 0, held: served, sold: 0 });
    const [news] = await database.query<{ last: number; version: number }>(
      `select max((body ->> 'version')::int) as last, max(v.version)::int as version
       from outbox join variants v on v.id = subject where topic = 'variant'`,
    );
    equal(news!.last, news!.version);
  },
});

async function promoted(database: Database): Promise<string[]> {
  const rows = await database.query<{ subject: string }>(
    "select subject from outbox where topic = 'hold.promoted' order by id",
  );
  return rows.map(({ subject }) => subject);
}
