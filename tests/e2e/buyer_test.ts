import { deepEqual, equal, match } from "node:assert/strict";
import type { Page } from "playwright-core";
import { fillCheckout } from "../support/checkout_page.ts";
import { Person } from "../support/person.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { bothWays, type Way } from "../support/ways.ts";
import { alter } from "../support/wishes.ts";

bothWays("a buyer finds a show, holds, orders and pays; the seller confirms", async (way) => {
  const { stage: { origin, database }, words } = way;
  const scene = await sceneOf(way, "Evening of lamps");
  const buyer = await Person.signedIn(origin, { name: "Mina" });
  const owner = await Person.signedIn(origin, { email: `${scene.ownerId}@example.com` });

  await way.visit(buyer, async (page) => {
    await page.goto("/");
    await page.getByRole("link", { name: scene.title }).click();
    await page.waitForURL(`/shows/${scene.showId}`);
    await chooseOnShow(way, page, scene);
    await page.locator(`#product-${scene.productId}`)
      .getByRole("button", { name: words.product.hold }).click();
    await page.locator("#cart-link .header-count", { hasText: "1" }).waitFor();

    await page.locator("#cart-link").click();
    await page.waitForURL("/cart");
    const line = page.locator(".line", { hasText: "Lamp" });
    equal(await line.getByRole("spinbutton").inputValue(), "2");
    await seeCountdown(way, line);
    await page.getByRole("button", { name: words.cart.checkout }).filter({ visible: true }).click();

    await page.waitForURL(/\/checkout\?hold=/);
    await fillCheckout(page, words);
    await page.getByRole("button", { name: words.checkout.place }).click();

    await page.waitForURL(/\/orders\/ORD-\d{8}-\d{5}/);
    const number = new URL(page.url()).pathname.split("/")[2]!;
    const instructions = page.locator(".pay");
    match(await instructions.innerText(), /Maru Bank 110-0000-0000/);
    match(await instructions.innerText(), /KIM MINA/);
    await instructions.getByRole("button", { name: words.order.claim }).click();
    await page.getByText(words.order.claimed(words.order.methods.bank)).waitFor();

    await way.visit(owner, async (desk) => {
      await desk.goto(`/desk/orders/${number}`);
      await desk.getByRole("button", { name: words.desk.orders.confirm }).click();
      await desk.getByText(words.desk.orders.done.paid).waitFor();
    });

    await page.reload();
    await page.locator(".badge", { hasText: words.orderStates.paid }).waitFor();
    deepEqual(
      await database.query("select state, goods from orders where number = $1", [number]),
      [{ state: "paid", goods: 2 * 4500 }],
    );
  });
});

bothWays("who signs in on the way comes back with the choice made", async (way) => {
  const scene = await sceneOf(way, "Evening of guests");
  await way.visit(undefined, async (page) => {
    await page.goto(`/products/${scene.productId}`);
    await page.getByText("Large", { exact: true }).click();
    await page.getByRole("spinbutton").fill("3");
    await page.getByRole("button", { name: way.words.product.hold }).filter({ visible: true })
      .click();

    await page.waitForURL(/\/sign-in/);
    await page.locator("main input[name=email]").fill(`guest-${way.language}@example.com`);
    await page.locator("main form").getByRole("button").click();
    await page.waitForURL((url) => url.pathname === `/products/${scene.productId}`);
    equal(await page.getByLabel("Large").isChecked(), true);
    equal(await page.getByRole("spinbutton").inputValue(), "3");
  });
});

/** A live show with lamps in two sizes, told apart from the scenes of other tests. */
async function sceneOf({ stage: { database }, scripts }: Way, called: string) {
  const scene = await setScene(database, { stock: [5, 9], price: 4500 });
  const title = `${called}, ${scripts ? "on" : "off"}`;
  await alter(database, "shows", scene.showId, { title });
  await alter(database, "products", scene.productId, { name: "Lamp" });
  await alter(database, "sellers", scene.sellerId, { bank_account: "Maru Bank 110-0000-0000" });
  await alter(database, "variants", scene.variantIds[0]!, { size: "Small" });
  await alter(database, "variants", scene.variantIds[1]!, { size: "Large" });
  return { ...scene, title };
}

async function chooseOnShow({ words }: Way, page: Page, { productId, variantIds }: Scene) {
  const row = page.locator(`#product-${productId}`);
  await row.locator("summary").click();
  await row.getByLabel(words.product.option).selectOption(variantIds[1]!);
  await row.getByRole("spinbutton").fill("2");
}

/** The time of day at which the hold ends; with scripts also the time that is left. */
async function seeCountdown({ scripts }: Way, line: ReturnType<Page["locator"]>) {
  match(await line.locator("time").innerText(), /\d{1,2}:\d{2}/);
  if (scripts) match(await line.locator("[data-left]").innerText(), /^(10:00|0?9:\d{2})$/);
}
