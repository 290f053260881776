import { equal, match } from "node:assert/strict";
import type { Page } from "playwright-core";
import { chat_frame_refresh_seconds } from "../../src/limits.ts";
import { holdOne } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { bothWays, type Way } from "../support/ways.ts";

/** A generous bound: the shop promises a second, and the machine may be busy. */
const told_ms_max = 5_000;
const frame_ms = chat_frame_refresh_seconds * 1000;

bothWays("what one does on a show, all who watch see", async (way) => {
  const { stage: { origin, database }, words } = way;
  const scene = await setScene(database, { stock: [6], price: 4500 });
  const seller = await Person.signedIn(origin, { email: `${scene.ownerId}@example.com` });
  const [mina, june] = await Promise.all(
    ["Mina", "June"].map((name) => Person.signedIn(origin, { name })),
  );
  await way.visit(mina, (one) =>
    way.visit(june, async (other) => {
      for (const page of [one, other]) await page.goto(`/shows/${scene.showId}`);
      const row = `#product-${scene.productId}`;

      const stock = { page: other, what: "stock", where: `${row} .row-flags` };
      await sees(way, { ...stock, text: words.stock.left(4) }, () => holds(way, one, scene, 2));
      const gone = { page: one, what: "sold out", where: `${row} .row-flags` };
      await sees(way, { ...gone, text: words.stock.soldOut }, () => rest(june!, scene));
      equal(await one.locator(row).getByRole("button", { name: words.product.hold }).count(), 0);

      const text = "안녕하세요 <b>from Mina</b>";
      const chat = { what: "chat", where: "#chat-list", text };
      await sees(way, { ...chat, page: other }, () => says(one, text));
      await sees(way, { ...chat, page: one }, () => Promise.resolve());
      match(await within(way, other, "#chat-list").locator("#chat-list").innerText(), /Mina/);

      const price = { page: other, what: "price", where: `${row} .row-text`, text: "$39.00" };
      await sees(way, price, () => reprice(seller, scene, 3900));
    }));
});

/** Holds by the form on the page of the show. */
async function holds({ words }: Way, page: Page, { productId }: Scene, quantity: number) {
  const row = page.locator(`#product-${productId}`);
  await row.locator("summary").click();
  await row.getByRole("spinbutton").fill(String(quantity));
  await row.getByRole("button", { name: words.product.hold }).click();
  await page.locator("#cart-link .header-count").waitFor();
}

/** Takes what is left. */
function rest(person: Person, { variantIds: [id] }: Scene) {
  return holdOne(person, id, 4);
}

async function says(page: Page, text: string) {
  await page.locator("#chat-text").fill(text);
  await page.locator("#chat-form").getByRole("button").click();
}

async function reprice(seller: Person, { variantIds: [id] }: Scene, price: number) {
  const { status } = await seller.submit(`/desk/variants/${id}`, {
    size: "1",
    price: (price / 100).toFixed(2),
  });
  equal(status, 303);
}

interface Sight {
  readonly page: Page;
  readonly what: string;
  readonly where: string;
  readonly text: string;
}

/**
 * What is done appears by itself: with scripts off in the frame of the chat, and elsewhere when the
 * page is drawn again.
 */
async function sees(way: Way, sight: Sight, act: () => Promise<unknown>) {
  const { page, what, where, text } = sight;
  const begun = performance.now();
  const seen = within(way, page, where).locator(where).getByText(text).first();
  if (way.scripts || where === "#chat-list") {
    await Promise.all([seen.waitFor({ timeout: told_ms_max + frame_ms }), act()]);
    console.log(`${what}: ${Math.round(performance.now() - begun)} ms from the act to the sight`);
  } else {
    await act();
    await page.reload();
    await seen.waitFor({ timeout: told_ms_max });
  }
}

function within({ scripts }: Way, page: Page, where: string) {
  return scripts || where !== "#chat-list" ? page : page.frameLocator(".chat-frame");
}
