import { equal, match } from "node:assert/strict";
import type { Page } from "playwright-core";
import { holdOne } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { bothWays, type Way } from "../support/ways.ts";

/** A generous bound: the shop promises a second, and the machine may be busy. */
const told_ms_max = 3_000;

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

      await holds(way, one, scene, 2);
      await sees(way, other, "stock", `${row} .row-flags`, words.stock.left(4));
      await holdOne(june!, scene.variantIds[0], 4);
      await sees(way, one, "sold out", `${row} .row-flags`, words.stock.soldOut);
      equal(await one.locator(row).getByRole("button", { name: words.product.hold }).count(), 0);

      await says(one, "안녕하세요 <b>from Mina</b>");
      await sees(way, other, "chat", "#chat-list", "안녕하세요 <b>from Mina</b>");
      await sees(way, one, "own chat", "#chat-list", "안녕하세요 <b>from Mina</b>");
      match(await other.locator("#chat-list").innerText(), /Mina/);

      await reprice(seller, scene, 3900);
      await sees(way, other, "price", `${row} .row-text`, "$39.00");
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

/** The text appears by itself, or with scripts off when the page is drawn again. */
async function sees({ scripts }: Way, page: Page, what: string, where: string, text: string) {
  const begun = performance.now();
  if (!scripts) await page.reload();
  await page.locator(where).getByText(text).first().waitFor({ timeout: told_ms_max });
  if (scripts) console.log(`${what} after ${Math.round(performance.now() - begun)} ms`);
}
