import { deepEqual, equal, ok } from "node:assert/strict";
import type { SellersShow } from "../../src/shows/show_json.ts";
import { withPage } from "../support/browser.ts";
import { fromEncoder, type OnAir } from "../support/from_encoder.ts";
import { moves, says } from "../support/screen.ts";
import { until } from "../support/until.ts";

const grace_seconds = 6;
/** What is refused on purpose, or dies. */
const complaints = /ERR_|Failed to load|\[MSEController|\[IOController|FetchStreamLoader/;

type Sight = readonly [SellersShow["state"], SellersShow["signal"], turn: number];

async function sight({ seller, scene }: OnAir): Promise<Sight> {
  const { body } = await seller.get<SellersShow>(`/api/desk/shows/${scene.showId}`);
  return [body.state, body.signal, body.turn];
}

/** Waits until its seller is told that it stands like this. */
async function stands(at: OnAir, ...wanted: Sight): Promise<void> {
  const holds = async () => String(await sight(at)) === String(wanted);
  await until(holds, 20_000).catch(async () => deepEqual(await sight(at), wanted));
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`${what}: ${Math.round(performance.now() - began)} ms`);
}

Deno.test("a show goes from the encoder to the screen, is lost, comes back and ends", async () => {
  await fromEncoder(async (at) => {
    const { origin, scene: { showId } } = at;
    await at.grace(grace_seconds);
    const stream = await at.makeKey();
    const look = { origin, scripts: true, language: "en", width: "desktop", complaints } as const;
    await withPage(look, async (page) => {
      await page.goto(`/shows/${showId}`);
      await page.locator("[data-live-state][data-state=open]").waitFor({ timeout: 20_000 });
      equal(await at.publish(`${showId}?key=not-the-key`).status, false);
      deepEqual(await sight(at), ["scheduled", "none", 0]);

      let publisher = at.publish(stream);
      await until(async () => (await sight(at))[0] === "live", 20_000);
      const quiet = () => page.locator("[data-screen][data-now=quiet]").count();
      await timed("on air until an open page knows", () => until(async () => !await quiet()));
      await timed("until it says so", () => says(page, "live"));
      await timed("until its picture moves", async () => equal((await moves(page)).kind, "flv"));
      await withPage(look, async (other) => {
        await other.route("**/*.flv", (route) => route.abort());
        await other.goto(`/shows/${showId}`);
        await says(other, "live");
        equal((await moves(other)).kind, "hls");
      });

      await publisher.kill();
      await timed("the publisher died until the page says so", () => says(page, "reconnecting"));
      await stands(at, "live", "lost", 1);
      publisher = at.publish(stream);
      await stands(at, "live", "on", 2);
      await timed("it is back until the picture moves", async () => {
        await says(page, "live");
        await moves(page);
      });

      await publisher.kill();
      await stands(at, "live", "lost", 2);
      const ended = `lost for good until it ended, with a grace of ${grace_seconds} s`;
      await timed(ended, () => stands(at, "ended", "none", 2));
      await says(page, "ended");
      equal(await at.publish(stream).status, false);
    });
  });
});

Deno.test("who publishes too takes over; a media server that dies is noticed; ending drops", async () => {
  await fromEncoder(async (at) => {
    const stream = await at.makeKey();
    const first = at.publish(stream);
    await stands(at, "live", "on", 1);
    const second = at.publish(stream);
    await stands(at, "live", "on", 2);
    equal(await first.status, false);
    ok(!second.ended);

    await at.media.restart("SIGKILL");
    await stands(at, "live", "lost", 2);
    await second.kill();
    const third = at.publish(stream);
    await stands(at, "live", "on", 3);

    const path = `/api/desk/shows/${at.scene.showId}/airing`;
    equal((await at.seller.delete(path)).status, 200);
    equal(await third.status, false);
    await stands(at, "ended", "none", 3);
  });
});
