import { equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { uuidv7 } from "uuidv7";
import { copy } from "../../views/copy/mod.ts";
import { withPage } from "../support/browser.ts";
import { holdOne, orderOne } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { type Stage, stage } from "../support/stage.ts";

const words = copy("en");
/** A generous bound: the shop promises a second, and the machine may be busy. */
const told_ms_max = 10_000;
/** By then a room has told what was before somebody came. */
const whole_ms = 2_500;

/** A show on air, with its seller and two people who watch it in a browser of their own. */
interface Watched extends Stage {
  readonly scene: Scene;
  readonly seller: Person;
  visit<T>(who: Person | undefined, see: (page: Page) => Promise<T>, look?: Visit): Promise<T>;
}

interface Visit {
  readonly path?: string;
  /** What the browser may complain of. */
  readonly complaints?: RegExp;
}

async function watched(test: (at: Watched) => Promise<void>, stock = [6]) {
  const opened = await stage();
  const { origin, database } = opened;
  const scene = await setScene(database, { stock, price: 4500 });
  await test({
    ...opened,
    scene,
    seller: await Person.signedIn(origin, {
      email: `${scene.ownerId}@example.com`,
      name: "Haneul",
    }),
    visit: (who, see, { path = `/shows/${scene.showId}`, complaints } = {}) =>
      withPage(
        {
          origin,
          language: "en",
          width: "desktop",
          cookies: who?.cookies.forBrowser(origin),
          complaints,
        },
        async (page) => {
          await page.goto(path);
          await isOpen(page);
          return await see(page);
        },
      ),
  });
}

function isOpen(page: Page) {
  return page.locator("[data-live-state][data-state=open]").waitFor({ timeout: 20_000 });
}

async function write(page: Page, text: string) {
  await page.locator("#chat-text").fill(text);
  await page.locator("#chat-text").press("Enter");
}

const message = (page: Page, text: string) =>
  page.locator("#chat-list .message", { hasText: text });

Deno.test("a message is there at once, and everybody has it once it is confirmed", async () => {
  await watched(async ({ origin, visit }) => {
    const [mina, june] = await Promise.all(
      ["Mina", "June"].map((name) => Person.signedIn(origin, { name })),
    );
    await visit(mina, (one) =>
      visit(june, async (other) => {
        const text = "안녕하세요 <b>from</b> $& {} Mina";
        await write(one, text);
        await message(one, text).waitFor({ timeout: 1000 });
        equal(await one.locator("#chat-text").inputValue(), "");
        await message(other, text).waitFor();
        for (const page of [one, other]) {
          await page.locator("[data-viewers]").getByText(words.show.viewers("2")).waitFor();
        }
        match(await message(other, text).innerText(), /^Mina/);
        await message(one, text).filter({ hasNotText: words.chat.sending }).waitFor();
        equal(await message(one, text).count(), 1);
        await other.getByRole("status").filter({ hasText: `Mina: ${text}` }).waitFor();
      }));
  });
});

Deno.test("a message that is refused is given back with the reason", async () => {
  await watched(async ({ origin, seller, scene, visit }) => {
    const mina = await Person.signedIn(origin, { name: "Mina" });
    const desk = `/api/desk/shows/${scene.showId}`;
    await visit(mina, async (page) => {
      await write(page, "first");
      await message(page, "first").filter({ hasNotText: words.chat.sending }).waitFor();
      await seller.put(`${desk}/slow-mode`, { seconds: 100 });
      await write(page, "second");
      await page.locator("#chat-form").getByRole("alert").getByText(/slow mode.*2 min/).waitFor();
      equal(await page.locator("#chat-text").inputValue(), "second");
      equal(await message(page, "second").count(), 0);

      await seller.put(`${desk}/slow-mode`, { seconds: 0 });
      await page.locator("#chat-text").press("Enter");
      await message(page, "second").waitFor();
      equal(await page.locator("#chat-form").getByRole("alert").count(), 0);
    });
  });
});

Deno.test("what is sold, priced and shown follows the room, around what somebody does", async () => {
  await watched(async ({ origin, database, seller, scene, visit }) => {
    const [mina, june] = await Promise.all([Person.signedIn(origin), Person.signedIn(origin)]);
    const [variantId = ""] = scene.variantIds;
    await visit(mina, async (page) => {
      const row = page.locator(`#product-${scene.productId}`);
      await row.locator("summary").click();
      await row.getByRole("spinbutton").fill("2");
      await page.locator("#chat-text").fill("I am typing");
      await holdOne(june!, variantId, 3);
      await row.getByText(words.stock.left(3)).first().waitFor({ timeout: told_ms_max });
      equal(await row.getByRole("spinbutton").inputValue(), "2");

      await seller.submit(`/desk/variants/${variantId}`, { size: "1", price: "39.00" });
      await row.getByText("$39.00").first().waitFor({ timeout: told_ms_max });
      const featured = `/desk/shows/${scene.showId}/featured-product`;
      await seller.submit(featured, { productId: scene.productId });
      await page.locator("#featured").getByText("Product").first().waitFor({
        timeout: told_ms_max,
      });

      await holdOne(june!, variantId, 3);
      await row.locator(".row-flags").getByText(words.stock.soldOut).waitFor({
        timeout: told_ms_max,
      });
      await row.getByRole("button", { name: words.product.wait }).waitFor({ timeout: told_ms_max });
      equal(await row.getByRole("spinbutton").inputValue(), "2");
      equal(await page.locator("#chat-text").inputValue(), "I am typing");

      await database.query("update shows set notice = 'Back at nine', version = version + 1");
      await seller.put(`/api/desk/shows/${scene.showId}/slow-mode`, { seconds: 1 });
      await page.locator("#show-notice").getByText("Back at nine").waitFor({
        timeout: told_ms_max,
      });
    });
  });
});

Deno.test("what somebody buys is told to those who watch, and not to those who come later", async () => {
  await watched(async ({ origin, scene, visit }) => {
    const june = await Person.signedIn(origin, { name: "June" });
    const bought = words.show.bought("June", "Product");
    await visit(undefined, async (page) => {
      await page.locator("[data-viewers]").getByText(words.show.viewers("1")).waitFor();
      await page.waitForTimeout(whole_ms);
      await orderOne(june, scene.variantIds[0]);
      await page.locator("[data-toasts]").getByText(bought).waitFor();
      await visit(undefined, async (later) => {
        await later.waitForTimeout(whole_ms);
        equal(await later.locator("[data-toasts]").innerText(), "");
      });
    });
  });
});

Deno.test("who moderates acts from the page and the console, and everybody sees it", async () => {
  await watched(async ({ origin, seller, scene, visit }) => {
    const mina = await Person.signedIn(origin, { name: "Mina" });
    const desk = `/api/desk/shows/${scene.showId}`;
    await seller.post(`${desk}/held-words`, { word: "bad" });
    await visit(mina, (shopper) =>
      visit(seller, (page) =>
        visit(seller, async (console) => {
          await write(shopper, "rude words");
          await message(page, "rude words").waitFor();
          const menu = message(page, "rude words").locator("summary");
          equal(await menu.getAttribute("aria-label"), words.moderation.menu("Mina"));
          await menu.press("Enter");
          await message(page, "rude words").getByRole("button", { name: words.moderation.delete })
            .press("Enter");
          await page.locator("#toast").getByText(words.moderation.done.delete).waitFor();
          for (const one of [shopper, page, console]) {
            await message(one, "rude words").waitFor({ state: "detached" });
          }

          await write(shopper, "so bad");
          await message(shopper, "so bad").getByText(words.chat.heldBack).waitFor();
          equal(await message(page, "so bad").count(), 0);
          const held = console.locator("#held-back .message", { hasText: "so bad" });
          await held.waitFor({ timeout: 15_000 });
          await held.locator("summary").click();
          await held.getByRole("button", { name: words.moderation.release }).click();
          await message(page, "so bad").waitFor();
          await message(shopper, "so bad").filter({ hasNotText: words.chat.heldBack }).waitFor();

          await console.getByLabel(words.desk.air.announce).last().fill("Two for one");
          await console.getByRole("button", { name: words.desk.air.announceNow }).click();
          await shopper.locator(".message-announced", { hasText: "Two for one" }).waitFor();

          await message(page, "so bad").locator("summary").click();
          await message(page, "so bad").getByRole("button", { name: words.moderation.mute(10) })
            .click();
          await page.locator("#toast").getByText(words.moderation.done.mute).waitFor();
          await write(shopper, "hello?");
          await shopper.locator("#chat-form").getByText(/for another 10 min/).waitFor();
          equal(await shopper.locator("#chat-text").inputValue(), "hello?");
        }, { path: `/desk/shows/${scene.showId}/air` })));
  });
});

Deno.test("a server that restarts loses nothing that was said or typed", async () => {
  await watched(async ({ origin, shop, visit }) => {
    const [mina, june] = await Promise.all(
      ["Mina", "June"].map((name) => Person.signedIn(origin, { name })),
    );
    const away = { complaints: /WebSocket connection|ERR_CONNECTION/ };
    await visit(mina, (one) =>
      visit(june, async (other) => {
        await write(one, "before");
        await message(other, "before").waitFor();
        await one.locator("#chat-text").fill("half a sen");
        await shop.kill();
        await one.locator("[data-live-state][data-state=lost]").waitFor();
        await write(other, "into the dark");
        await message(other, "into the dark").getByText(words.chat.waiting).waitFor();
        await shop.start();
        await isOpen(one);
        await isOpen(other);
        for (const page of [one, other]) {
          await message(page, "into the dark").filter({ hasNotText: words.chat.waiting }).waitFor();
          for (const text of ["before", "into the dark"]) {
            equal(await message(page, text).count(), 1, text);
          }
        }
        equal(await one.locator("#chat-text").inputValue(), "half a sen");
        await one.reload();
        await isOpen(one);
        equal(await one.locator("#chat-text").inputValue(), "half a sen");
      }, away), away);
  });
});

Deno.test("who is back on the network or at the tab does not wait for the next try", async () => {
  await watched(async ({ shop, visit }) => {
    await visit(undefined, async (page) => {
      // The longest waits that chance allows: 1, 2, 4 and 8 s.
      await page.evaluate("Math.random = () => 1");
      for (
        const wake of [
          'dispatchEvent(new Event("online"))',
          'document.dispatchEvent(new Event("visibilitychange"))',
        ]
      ) {
        await shop.kill();
        for (let tries = 0; tries < 3; tries++) await page.waitForEvent("websocket");
        await shop.start();
        await Promise.all([
          page.waitForEvent("websocket", { timeout: 1000 }),
          page.evaluate(wake),
        ]);
        await isOpen(page);
      }
    }, { complaints: /WebSocket connection|ERR_CONNECTION/ });
  });
});

Deno.test("of a long chat only what is seen is drawn, and who reads further up stays there", async () => {
  await watched(async ({ database, origin, scene, visit }) => {
    await database.query(
      `insert into messages (id, show_id, person_id, text, created_at)
       select gen_random_uuid(), $1, $2, 'No. ' || n, now() - interval '1 minute'
       from generate_series(1, 100) n`,
      [scene.showId, scene.ownerId],
    );
    const mina = await Person.signedIn(origin, { name: "Mina" });
    await visit(undefined, async (page) => {
      await message(page, "No. 100").waitFor();
      const drawn = await page.locator("#chat-list .message").count();
      ok(drawn < 60, `${drawn} are drawn`);
      equal(await fromEnd(page), 0);
      await page.evaluate("document.querySelector('.chat-log').scrollTop = 0");
      await page.locator("#chat-list").getByText("No. 1", { exact: true }).waitFor();
      const more = page.locator(".chat-more");
      await mina.post(`/api/shows/${scene.showId}/messages`, { id: uuidv7(), text: "newest" });
      await more.waitFor();
      equal(await page.evaluate("document.querySelector('.chat-log').scrollTop"), 0);
      match(await more.innerText(), /1/);
      await more.press("Enter");
      await message(page, "newest").waitFor();
      await more.waitFor({ state: "hidden" });
      equal(await fromEnd(page), 0);
    });
  });
});

/** Pixels of the chat that lie below what is seen. */
function fromEnd(page: Page): Promise<number> {
  return page.evaluate(`(() => {
    const log = document.querySelector(".chat-log");
    return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight);
  })()`);
}

Deno.test("the page ships little script, and what is heavy after it can be read", async () => {
  await watched(async ({ visit }) => {
    await visit(undefined, async (page) => {
      const [bytes, first, heavy] = await page.evaluate<[number, number, number]>(`(() => {
        const scripts = performance.getEntriesByType("resource")
          .filter(({ name }) => name.endsWith(".js"));
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        const heavy = scripts.filter(({ decodedBodySize }) => decodedBodySize > 50_000);
        return [scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
          paint.startTime, Math.min(...heavy.map(({ startTime }) => startTime))];
      })()`);
      ok(bytes > 20_000 && bytes <= 48_000, `${bytes} bytes of script`);
      ok(heavy >= first, `fetched at ${heavy} ms, painted at ${first} ms`);
      equal(await page.locator("head script:not([defer]):not([type=module])").count(), 0);
    });
  });
});
