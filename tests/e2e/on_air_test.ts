import { deepEqual, equal, ok } from "node:assert/strict";
import type { SellersShow } from "../../src/shows/show_json.ts";
import { withPage } from "../support/browser.ts";
import { MediaServer } from "../support/media_server.ts";
import { Person } from "../support/person.ts";
import { Publisher } from "../support/publisher.ts";
import { moves, says } from "../support/screen.ts";
import { stage } from "../support/stage.ts";
import { until } from "../support/until.ts";

const grace_seconds = 6;
/** What is refused on purpose, or dies. */
const complaints = /ERR_|Failed to load|\[MSEController|\[IOController|FetchStreamLoader/;
const media = new MediaServer({ record: true });

Deno.test.afterAll(() => media[Symbol.asyncDispose]());

/** A show of tomorrow, its seller, and what its encoder is told. */
async function planned() {
  const { origin, database } = await stage({ env: media.variables });
  const seller = await Person.signedIn(origin, { role: "seller" });
  const startsAt = new Date(Date.now() + 3_600_000).toISOString();
  const { body: { id } } = await seller.post<SellersShow>("/api/desk/shows", {
    title: "From the encoder to the screen",
    startsAt,
  });
  await database.query("update sellers set grace_seconds = $1", [grace_seconds]);
  const { body } = await seller.post<{ server: string; key: string }>(
    `/api/desk/shows/${id}/publish-keys`,
  );
  equal(body.server, media.publishUrl);
  const show = async () => {
    const { body } = await seller.get<SellersShow>(`/api/desk/shows/${id}`);
    return [body.state, body.signal, body.turn] as const;
  };
  const is = async (...wanted: Awaited<ReturnType<typeof show>>) => {
    await until(async () => String(await show()) === String(wanted), 20_000, String(wanted))
      .catch(async () => deepEqual(await show(), wanted));
  };
  const publish = (key = body.key) => new Publisher(Publisher.address(media.publishUrl, id, key));
  return { origin, database, seller, id, show, is, publish };
}

async function timed(what: string, work: () => Promise<unknown>) {
  const began = Date.now();
  await work();
  console.log(`${what}: ${Date.now() - began} ms`);
}

Deno.test("a show goes from the encoder to the screen, is lost, comes back and ends", async () => {
  const { origin } = await stage({ env: media.variables });
  await media.start(origin);
  const { id, show, is, publish } = await planned();
  const look = { origin, scripts: true, language: "en", width: "desktop", complaints } as const;
  await withPage(look, async (page) => {
    await page.goto(`/shows/${id}`);
    await page.locator("[data-live-state][data-state=open]").waitFor({ timeout: 20_000 });

    const stranger = publish("not-the-key");
    equal(await stranger.status, false);
    deepEqual(await show(), ["scheduled", "none", 0]);

    let publisher = publish();
    await until(async () => (await show())[0] === "live", 20_000);
    await timed("on air until an open page says so", () => says(page, "live"));
    await timed("until its picture moves", async () => equal((await moves(page)).kind, "flv"));
    await withPage(look, async (other) => {
      await other.route("**/*.flv", (route) => route.abort());
      await other.goto(`/shows/${id}`);
      await says(other, "live");
      equal((await moves(other)).kind, "hls");
    });

    await publisher.kill();
    await timed("the publisher died until the page says so", () => says(page, "reconnecting"));
    deepEqual(await show(), ["live", "lost", 1]);
    publisher = publish();
    await is("live", "on", 2);
    await timed("it is back until the picture moves", async () => {
      await says(page, "live");
      await moves(page);
    });

    await publisher.kill();
    await is("live", "lost", 2);
    await timed(
      `lost for good until it ended (grace ${grace_seconds} s)`,
      () => is("ended", "none", 2),
    );
    await says(page, "ended");
    const late = publish();
    equal(await late.status, false);
  });
});

Deno.test("who publishes too takes over; a media server that dies is noticed; ending drops", async () => {
  const { seller, id, is, publish } = await planned();
  const first = publish();
  await is("live", "on", 1);
  const second = publish();
  await is("live", "on", 2);
  equal(await first.status, false);
  ok(!second.ended);

  await media.restart("SIGKILL");
  await is("live", "lost", 2);
  await second.kill();
  const third = publish();
  await is("live", "on", 3);

  equal((await seller.delete(`/api/desk/shows/${id}/airing`)).status, 200);
  equal(await third.status, false);
  await is("ended", "none", 3);
});
