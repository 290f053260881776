import { deepEqual, equal } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { holdOne } from "../support/checkout.ts";
import { fillCheckout } from "../support/checkout_page.ts";
import { Person } from "../support/person.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { bothWays, type Way } from "../support/ways.ts";

bothWays("a double click holds once", async (way) => {
  const { stage: { origin }, words } = way;
  const scene = await setScene(way.stage.database, { stock: [9] });
  const buyer = await Person.signedIn(origin);
  await way.visit(buyer, async (page) => {
    await page.goto(`/products/${scene.productId}`);
    const button = page.getByRole("button", { name: words.product.hold });
    await sendTwice(way, page, "/holds", button.filter({ visible: true }));
    await page.locator("#cart-link .header-count", { hasText: "1" }).waitFor();
  });
  deepEqual(await figures(way, scene), { held: 1, sold: 0 });
});

bothWays("a double click orders once", async (way) => {
  const scene = await setScene(way.stage.database, { stock: [9] });
  await atCheckout(way, scene, async (page) => {
    await fillCheckout(page, way.words);
    const button = page.getByRole("button", { name: way.words.checkout.place });
    await sendTwice(way, page, "/orders", button);
    await page.waitForURL(/\/orders\/ORD-/);
  });
  deepEqual(await figures(way, scene), { held: 0, sold: 2 });
  equal(await orders(way, scene), 1);
});

bothWays("going back after ordering leads to nothing that could be ordered again", async (way) => {
  const { words } = way;
  const scene = await setScene(way.stage.database, { stock: [9] });
  await atCheckout(way, scene, async (page) => {
    await fillCheckout(page, words);
    await page.getByRole("button", { name: words.checkout.place }).click();
    await page.waitForURL(/\/orders\/ORD-/);
    await page.goBack();
    await page.getByText(words.cart.empty).waitFor();
  });
  deepEqual(await figures(way, scene), { held: 0, sold: 2 });
});

bothWays("a checkout left open in another tab orders nothing again", async (way) => {
  const { words } = way;
  const scene = await setScene(way.stage.database, { stock: [9] });
  await atCheckout(way, scene, async (page) => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    for (const one of [page, other]) await fillCheckout(one, words);
    for (const one of [page, other]) {
      await one.getByRole("button", { name: words.checkout.place }).click();
    }
    await other.getByRole("alert").waitFor();
  });
  deepEqual(await figures(way, scene), { held: 0, sold: 2 });
  equal(await orders(way, scene), 1);
});

/**
 * Clicks again while the first answer is still on its way. Scripts keep the second click back;
 * without them the browser sends the form once more.
 */
async function sendTwice({ scripts }: Way, page: Page, path: string, button: Locator) {
  const late = Promise.withResolvers<void>();
  const sent = () => page.waitForRequest((request) => request.method() === "POST");
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    await late.promise;
    // Who has sent it again waits for the first answer no more.
    await route.fulfill({ response }).catch(() => {});
  });
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await button.boundingBox())!;
  // By the mouse: a click on the button would wait for the page that is on its way.
  const click = () => page.mouse.click(x + width / 2, y + height / 2);
  await Promise.all([sent(), click()]);
  await Promise.all([scripts ? undefined : sent(), click()]);
  late.resolve();
}

async function atCheckout(way: Way, scene: Scene, order: (page: Page) => Promise<void>) {
  const buyer = await Person.signedIn(way.stage.origin);
  const holdId = await holdOne(buyer, scene.variantIds[0], 2);
  await way.visit(buyer, async (page) => {
    await page.goto(`/checkout?hold=${holdId}`);
    await order(page);
  });
}

async function figures({ stage: { database } }: Way, { variantIds: [id] }: Scene) {
  const [row] = await database.query("select held, sold from variants where id = $1", [id]);
  return row;
}

async function orders({ stage: { database } }: Way, { sellerId }: Scene) {
  const [row] = await database.query<{ orders: number }>(
    "select count(*)::int as orders from orders where seller_id = $1",
    [sellerId],
  );
  return row!.orders;
}
