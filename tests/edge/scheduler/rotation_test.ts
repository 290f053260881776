import assert from "node:assert/strict";
import { schedulerKeys } from "../../../edge/scheduler/keys.ts";
import { embeddedScheduler } from "../../../edge/scheduler/scheduler.ts";
import { callbacks } from "../../../src/schedule/ask.ts";
import { callbackRoutes } from "../../../src/schedule/receive.ts";
import { schedulingPlatform } from "../../src/schedule/platform.ts";
import { keys, type Town, townTest } from "./town.ts";

type SigningKeys = readonly [current: string, next: string];

/** A shop that was started with these keys, and what came to it. */
function shopWith(town: Town, [currentSigningKey, nextSigningKey]: SigningKeys) {
  const platform = schedulingPlatform({
    url: town.schedulerUrl,
    callbackOrigin: town.origin,
    currentSigningKey,
    nextSigningKey,
  });
  const calls: unknown[] = [];
  const app = callbackRoutes(platform, {
    lapse: (body) => Promise.resolve(void calls.push(body)),
  });
  return { platform, calls, fetch: app.fetch };
}

type ShopWith = ReturnType<typeof shopWith>;

/**
 * What is asked for now is delivered now, signed by these keys, to this shop.
 * @returns whether it was believed, at once
 */
async function believes(town: Town, shop: ShopWith, [current, next]: SigningKeys) {
  town.answer = ({ path, method, headers, body }) =>
    shop.fetch(new Request(town.origin + path, { method, headers, body }));
  const id = crypto.randomUUID();
  callbacks(shop.platform).ask({ name: "lapse", body: id, retries: 0 });
  await shop.platform.settled();
  const signing = { ...keys, currentSigningKey: current, nextSigningKey: next };
  const { database, now } = town;
  const scheduler = embeddedScheduler({ database, fetch, now, log: () => {}, keys: signing });
  await scheduler.deliverDue();
  return shop.calls.includes(id);
}

townTest("keys rotate without a callback that is not believed", async (town) => {
  const [first, second, third]: SigningKeys[] = [["k1", "k2"], ["k2", "k3"], ["k3", "k4"]];
  const old = shopWith(town, first!);
  assert.equal(await believes(town, old, first!), true);

  // The scheduler is rotated first: it signs with what was next. Shops follow when they can.
  assert.equal(await believes(town, old, second!), true);
  const renewed = shopWith(town, second!);
  for (const shop of [old, renewed]) assert.equal(await believes(town, shop, second!), true);
  assert.equal(await believes(town, renewed, third!), true);

  assert.equal(await believes(town, renewed, first!), false, "the key that went is worth nothing");
  assert.equal(await believes(town, old, third!), false, "a shop that slept through two rotations");
});

townTest("the embedded keys follow the secret, and the one before is believed", async (town) => {
  const secretOf = (fill: number) => ({ id: `${fill}`, bytes: new Uint8Array(32).fill(fill) });
  const [before, after] = [secretOf(1), secretOf(2)];
  const keysOf = async (...secrets: Parameters<typeof schedulerKeys>) => {
    const { currentSigningKey, nextSigningKey } = await schedulerKeys(...secrets);
    return [currentSigningKey, nextSigningKey] as const;
  };
  const renewed = shopWith(town, await keysOf(after, before));
  assert.equal(await believes(town, renewed, await keysOf(after, before)), true);
  assert.equal(await believes(town, renewed, await keysOf(before)), true);
  const settled = shopWith(town, await keysOf(after));
  assert.equal(await believes(town, settled, await keysOf(before)), false);
  assert.equal(await believes(town, settled, await keysOf(after, before)), true);
});
