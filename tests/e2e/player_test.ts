import { equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { copy } from "../../views/copy/mod.ts";
import { axe, withPage } from "../support/browser.ts";
import { type Broadcast, broadcast } from "../support/broadcast.ts";
import { moves, says, sighted } from "../support/screen.ts";
import { until } from "../support/until.ts";

const words = copy("en").player;
/** What is refused on purpose, or dies. */
const complaints = /ERR_|Failed to load|\[MSEController|\[IOController|FetchStreamLoader/;

/** What waits for something to play, beside the scripts of the page. */
const entry_bytes_max = 2_000;

/** Looks at the page of the show that is broadcast. */
function watch({ origin, scene }: Broadcast, see: (page: Page) => Promise<void>, scripts = true) {
  const look = { origin, scripts, language: "en", width: "desktop", complaints } as const;
  return withPage(look, async (page) => {
    await page.goto(`/shows/${scene.showId}`);
    await see(page);
  });
}

Deno.test("the picture of a show that is on air moves on its page, over FLV", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await says(page, "live");
      equal((await moves(page)).kind, "flv");
      equal(await page.locator("[data-screen-state]").innerText(), words.states.live);
    });
  });
});

Deno.test("the player is fetched when there is something to play, and the page stays light", async () => {
  await broadcast(async (at) => {
    await watch(at, async (page) => {
      await page.locator("[data-live-state][data-state=open]").waitFor({ timeout: 20_000 });
      await page.locator("[data-screen-state]").getByText(words.states.waiting).waitFor();
      const [bytes, players] = await scripts(page);
      ok(bytes! <= 48_000 + entry_bytes_max, `${bytes} bytes of script`);
      equal(players, 0);

      at.publish();
      await at.signal("on", 1);
      await says(page, "live");
      await moves(page);
      const [, fetched] = await scripts(page);
      equal(fetched, 1);
    });
  });
});

/** Bytes of all scripts as they were sent, and how many play pictures. */
function scripts(page: Page): Promise<number[]> {
  return page.evaluate(`(() => {
    const scripts = performance.getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"));
    return [scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      scripts.filter(({ decodedBodySize }) => decodedBodySize > 200_000).length];
  })()`);
}

Deno.test("where FLV cannot pass, HLS plays", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await page.route("**/*.flv", (route) => route.abort());
      await page.reload();
      await says(page, "live");
      equal((await moves(page)).kind, "hls");
    });
  });
});

Deno.test("where FLV brings no frame in time, HLS plays", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      // Neither an answer nor a refusal, as a proxy that holds everything back.
      await page.route("**/*.flv", () => {});
      await page.reload();
      await says(page, "live");
      equal((await moves(page)).kind, "hls");
    });
  });
});

Deno.test("a browser within an app begins with HLS", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        if (/\.(flv|m3u8)$/.test(request.url())) asked.push(request.url());
      });
      await page.addInitScript(
        "Object.defineProperty(navigator, 'userAgent', { get: () => 'KAKAOTALK 10.8.3' })",
      );
      await page.reload();
      equal((await moves(page)).kind, "hls");
      ok(asked.every((url) => url.endsWith(".m3u8")));
    });
  });
});

Deno.test("when nothing passes it says so, and a button tries again", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await page.route(/\.(flv|m3u8)$/, (route) => route.abort());
      await page.reload();
      await says(page, "failed");
      equal(await page.locator("[data-screen-state]").innerText(), words.states.failed);
      await page.unroute(/\.(flv|m3u8)$/);
      await page.getByRole("button", { name: words.again }).click();
      await moves(page);
    });
  });
});

Deno.test("a signal that is lost and returns is said in words, and the picture is there again", async () => {
  await broadcast(async (at) => {
    const first = at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await moves(page);
      await first.kill();
      await at.signal("lost", 1);
      await says(page, "reconnecting");
      equal(await page.locator("[data-screen-state]").innerText(), words.states.reconnecting);
      equal(await page.locator(".screen-still").isVisible(), true);
      at.publish();
      await at.signal("on", 2);
      await says(page, "live");
      await moves(page);
      equal(await page.locator(".screen-still").isVisible(), false);
    });
  });
});

Deno.test("each turn of the signal is played anew, whether the one before broke off or not", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await moves(page);
      await Promise.all([page.waitForRequest("**/*.flv"), at.signal("on", 2)]);
      await says(page, "live");
      await moves(page);
    });
  });
});

Deno.test("a picture that stands still is fetched anew, and goes on", async () => {
  await broadcast(async (at) => {
    const publisher = at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await moves(page);
      publisher.freeze();
      await Promise.all([
        page.waitForRequest("**/*.flv", { timeout: 20_000 }),
        says(page, "reconnecting"),
      ]);
      publisher.thaw();
      await says(page, "live");
      await moves(page);
    });
  });
});

Deno.test("the sound, the pause and the full screen are buttons and keys", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await moves(page);
      const muted = () => page.evaluate(`document.querySelector("video").muted`);
      if (await muted()) {
        await page.locator(".screen-unmute").click();
        equal(await page.locator(".screen-unmute").isVisible(), false);
      }
      equal(await muted(), false);
      await page.getByRole("button", { name: words.mute }).click();
      equal(await muted(), true);
      await page.keyboard.press("m");
      equal(await muted(), false);

      await page.keyboard.press("k");
      await page.getByRole("button", { name: words.play }).waitFor();
      const { at: stood } = await sighted(page);
      equal((await sighted(page)).at, stood);
      await page.keyboard.press("k");
      await moves(page);

      await page.keyboard.press("f");
      await page.getByRole("button", { name: words.small }).waitFor();
      await page.keyboard.press("f");
      await page.getByRole("button", { name: words.full }).waitFor();
    });
  });
});

Deno.test("who comes back to the tab sees what happens now", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await moves(page);
      // A browser that pauses what nobody sees.
      await page.evaluate(`document.querySelector("[data-screen] video").pause()`);
      await until(async () => await behind(page) > 4, 20_000);
      await page.evaluate(`document.dispatchEvent(new Event("visibilitychange"))`);
      await until(async () => await behind(page) < 2);
      await moves(page);
    });
  });
});

/** Seconds that are there and have not been shown. */
function behind(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const { buffered, currentTime } = document.querySelector("[data-screen] video");
    return buffered.end(buffered.length - 1) - currentTime;
  })()`);
}

for (const language of ["ko", "en"] as const) {
  for (const scripts of [true, false]) {
    Deno.test(`nothing is wrong with a page that plays (${language}, scripts ${scripts ? "on" : "off"})`, async () => {
      await broadcast(async (at) => {
        at.publish();
        await at.signal("on", 1);
        const scheme = language === "ko" ? "dark" : "light";
        const look = { origin: at.origin, language, scripts, scheme, complaints } as const;
        await withPage(look, async (page) => {
          await page.setViewportSize({ width: 360, height: 740 });
          await page.goto(`/shows/${at.scene.showId}`);
          if (scripts) await moves(page);
          equal((await axe(page)).join("\n"), "");
          const wide =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";
          equal(await page.evaluate(wide), false);
          if (!scripts) return;
          await at.signal("lost", 1);
          await says(page, "reconnecting");
          equal((await axe(page)).join("\n"), "");
        });
      });
    });
  }
}

Deno.test("who leaves tells how it played, and nothing else", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    await watch(at, async (page) => {
      await moves(page);
      await page.goto("/store");
    });
    const kept = () =>
      at.database.query<{ kind: string; ms: number }>(
        `select kind, first_frame_ms as ms from playback_samples where show_id = $1`,
        [at.scene.showId],
      );
    await until(async () => (await kept()).length > 0);
    const [{ kind, ms } = { kind: "", ms: 0 }] = await kept();
    equal(kind, "flv");
    ok(ms > 0 && ms < 20_000, `${ms} ms`);
  });
});

Deno.test("with scripts off a plain video plays the show", async () => {
  await broadcast(async (at) => {
    at.publish();
    await at.signal("on", 1);
    const list = `${at.media.playUrl}/live/${at.scene.showId}.m3u8`;
    await until(async () => await segmentsIn(list) >= 3, 20_000);
    await watch(at, async (page) => {
      const video = page.locator("video:visible");
      match(await video.getAttribute("src") ?? "", /\.m3u8$/);
      equal(await page.locator("[data-screen]").isVisible(), false);
      let pressed = Date.now();
      await until(async () => {
        const [seconds, width] = await page.evaluate<number[]>(pressPlay);
        if (seconds === 0 && Date.now() - pressed > patience_ms) {
          await page.reload();
          pressed = Date.now();
        }
        return seconds! > 1 && width! > 0;
      }, 40_000);
    }, false);
  });
});

/** By then somebody who sees nothing loads the page once more. */
const patience_ms = 8_000;

const pressPlay = `(() => {
  const video = document.querySelector("video");
  if (video.error) video.load();
  if (video.paused) video.muted = true, video.play().catch(() => {});
  return [video.currentTime, video.videoWidth];
})()`;

/** How many segments a playlist has; none while there is no list. */
async function segmentsIn(list: string): Promise<number> {
  const answer = await fetch(list);
  const text = await answer.text();
  return answer.ok ? text.split("#EXTINF").length - 1 : 0;
}
