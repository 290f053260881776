import { deepEqual, equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { axe, type Look, withPage } from "../support/browser.ts";
import { fromEncoder } from "../support/from_encoder.ts";
import { HookDoor } from "../support/hook_door.ts";
import { MediaServer } from "../support/media_server.ts";
import { processesTold, RestreamProcess } from "../support/restream_process.ts";

const key = "channel?secret=the-key-of-another-service";
const secret = "the-key-of-another-service";

/** Waits until the page says so by itself. */
async function says(page: Page, where: string, words: string): Promise<void> {
  await page.locator(where, { hasText: words }).waitFor({ timeout: 25_000 });
}

Deno.test("a seller names a place once, and every show goes there", async () => {
  await fromEncoder(async (at) => {
    const { origin, media, seller, scene, shop } = at;
    const far = new HookDoor();
    const channel = await new MediaServer().start(far.origin);
    const restreamer = new RestreamProcess({ origin, token: media.hookToken });
    const look: Look = {
      origin,
      scripts: true,
      language: "en",
      width: "desktop",
      cookies: seller.cookies.forBrowser(origin),
    };
    await withPage(look, async (page) => {
      await page.goto("/desk/restreams");
      await page.getByLabel("Name").fill("My channel");
      await page.getByLabel("Service").selectOption("other");
      await page.getByLabel("Server").fill(channel.publishUrl);
      await page.getByLabel("Stream key").fill(key);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await says(page, "[role=status]", "Added.");
      await says(page, ".restreams .badge", "Ready");
      deepEqual(await axe(page), []);
      const seen = [await page.content()];

      const stream = await at.makeKey();
      const publisher = at.publish(stream);
      await says(page, ".restreams .badge", "On air");
      equal(far.told("on_publish").length, 1);
      equal(far.told("on_publish")[0]!.body.stream, "channel");
      seen.push(await page.content(), await processesTold(), restreamer.log);

      await withPage(look, async (console) => {
        await console.goto(`/desk/shows/${scene.showId}/air`);
        await says(console, "#restreams", "On air");
        await publisher.kill();
        await says(console, "#restreams", "Waits for your picture");
        at.publish(stream);
        await says(console, "#restreams", "On air");
        deepEqual(await axe(console), []);
        seen.push(await console.content());
      });
      await says(page, ".restreams .badge", "On air");

      await page.getByRole("button", { name: "Switch off My channel" }).click();
      await says(page, ".restreams .badge", "Off");
      seen.push(restreamer.log, shop.log.join("\n"));
      ok(!seen.join("\n").includes(secret), "the key can be seen");
    });
    await restreamer[Symbol.asyncDispose]();
    await channel[Symbol.asyncDispose]();
    await far[Symbol.asyncDispose]();
  });
});
