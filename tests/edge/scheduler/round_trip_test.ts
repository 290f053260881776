import assert from "node:assert/strict";
import { callbacks } from "../../../src/schedule/ask.ts";
import { bucketOf } from "../../../src/schedule/bucket.ts";
import { callbackRoutes } from "../../../src/schedule/receive.ts";
import { schedulingPlatform } from "../../src/schedule/platform.ts";
import { type Town, townTest } from "./town.ts";

/** A shop whose callbacks come from the town's scheduler, as over the network. */
function shopIn(town: Town) {
  const platform = schedulingPlatform({ url: town.schedulerUrl, callbackOrigin: town.origin });
  const calls: [name: string, body: unknown][] = [];
  const app = callbackRoutes(platform, {
    lapse: (body) => Promise.resolve(void calls.push(["lapse", body])),
    sweep: (body) => Promise.resolve(void calls.push(["sweep", body])),
  });
  town.answer = ({ path, method, headers, body }) =>
    app.fetch(new Request(town.origin + path, { method, headers, body }));
  return { platform, calls };
}

townTest("what a shop asks for comes back to it at its moment", async (town) => {
  const { platform, calls } = shopIn(town);
  const { ask } = callbacks(platform);
  const endMs = bucketOf(town.now() + 1, 2);
  for (let hold = 0; hold < 30; hold++) {
    ask({ name: "lapse", notBefore: endMs, body: { hold: "any" }, deduplicationId: "lapse-1" });
  }
  await platform.settled();
  await town.scheduler.deliverDue();
  assert.deepEqual(calls, []);
  town.pass((endMs - town.now()) / 1_000);
  await town.scheduler.deliverDue();
  assert.deepEqual(calls, [["lapse", { hold: "any" }]]);
});

townTest("processes that each say their crons have one turn a moment", async (town) => {
  // A receiver judges a signature's age by the real clock, so the town's must not run ahead of it.
  town.pass(-120);
  const { platform, calls } = shopIn(town);
  for (let boot = 0; boot < 3; boot++) await callbacks(platform).every("* * * * *", "sweep");
  await town.scheduler.deliverDue();
  assert.deepEqual(calls, []);
  town.pass(60);
  await town.scheduler.deliverDue();
  assert.deepEqual(calls, [["sweep", undefined]]);
});
