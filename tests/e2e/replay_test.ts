import { equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { copy } from "../../views/copy/mod.ts";
import { axe, withPage } from "../support/browser.ts";
import { fromEncoder, type OnAir } from "../support/from_encoder.ts";
import { moves, says, sighted } from "../support/screen.ts";
import { until } from "../support/until.ts";

const words = copy("en");
/** What is refused on purpose, or dies. */
const complaints = /ERR_|Failed to load/;
/** Generous bounds, for the machine may be busy. */
const told_ms_max = 10_000;
const picture_ms_max = 20_000;
const grace_seconds = 3;
/** So long there is something to be seen again. */
const seen_seconds = 2;

function watch({ origin, scene }: OnAir, see: (page: Page) => Promise<void>) {
  const look = { origin, language: "en", width: "desktop", complaints } as const;
  return withPage(look, async (page) => {
    await page.goto(`/shows/${scene.showId}`);
    await page.locator("[data-live-state][data-state=open]").waitFor({ timeout: 20_000 });
    await see(page);
  });
}

const isOver = (page: Page) =>
  page.locator(".player-top").getByText(words.showStates.ended).waitFor({ timeout: told_ms_max });

Deno.test("a picture that stays away ends the show for everybody, and is there to be seen again", async () => {
  await fromEncoder(async (at) => {
    await at.grace(grace_seconds);
    const { database, scene, origin } = at;
    const stream = await at.makeKey();
    await watch(at, (one) =>
      watch(at, async (other) => {
        const publisher = at.publish(stream);
        for (const page of [one, other]) await moves(page);
        await at.seller.submit(`/desk/shows/${scene.showId}/featured-product`, {
          productId: scene.productId,
        });
        await at.seller.post(`/api/shows/${scene.showId}/messages`, {
          id: uuidv7(),
          text: "Here it is",
        });
        const { at: began } = await moves(one);
        await until(async () => (await sighted(one)).at > began + seen_seconds, picture_ms_max);
        await publisher.kill();
        await Promise.all([one, other].map((page) => says(page, "reconnecting")));
        for (const page of [one, other]) await isOver(page);
        await other.locator("[data-screen]").waitFor({ state: "detached" });
      }));
    equal(await at.publish(stream).status, false);
    const [{ asked } = { asked: 0 }] = await database.query<{ asked: number }>(
      `select count(*)::int as asked from outbox where topic = 'on-air' and subject = $1`,
      [scene.showId],
    );
    equal(asked, 1);

    await until(() => isRecorded(at), picture_ms_max);
    await database.query(
      `update messages m set created_at = r.began_at + interval '1 second'
       from recordings r where r.show_id = m.show_id and m.show_id = $1`,
      [scene.showId],
    );
    await withPage({ origin, language: "en", width: "desktop" }, async (page) => {
      await page.goto(`/shows/${scene.showId}`);
      await page.getByRole("link", { name: words.replay.watch }).click();
      await page.waitForURL("**/replay");
      await page.evaluate(`(() => {
        const video = document.querySelector("video");
        video.muted = true;
        return video.play();
      })()`);
      const second = () => page.evaluate<number>(`document.querySelector("video").currentTime`);
      await until(async () => await second() > 0.5);
      ok(await page.evaluate(`document.querySelector("video").videoWidth > 0`));
      match(await page.locator(".replay-marks").innerText(), /Product/);
      const said = page.locator("[data-replay-chat]").getByText("Here it is");
      await page.evaluate(`document.querySelector("video").pause()`);
      await page.evaluate(`document.querySelector("video").currentTime = 1000`);
      await said.waitFor();
      await page.evaluate(`document.querySelector("video").currentTime = 0`);
      await said.waitFor({ state: "hidden" });
      equal((await axe(page)).join("\n"), "");
    });
  });
});

async function isRecorded({ database, scene }: OnAir): Promise<boolean> {
  const found = await database.query("select from recordings where show_id = $1", [scene.showId]);
  return found.length > 0;
}
