import { deepEqual, equal, match } from "node:assert/strict";
import type { Page } from "playwright-core";
import { orderOne } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { bothWays, type Way } from "../support/ways.ts";

const cover = "scripts/seed/pictures/cover-home.webp";
const pictures = ["lamp", "mug"].map((name) => `scripts/seed/pictures/${name}.webp`);

bothWays("a seller plans a show, sells in it, ships, and ends it", async (way) => {
  const { stage: { origin, database }, words } = way;
  const { shows, products, orders } = words.desk;
  const name = `Soyeon, scripts ${way.scripts ? "on" : "off"}`;
  const seller = await Person.signedIn(origin, { name, role: "seller" });
  const buyer = await Person.signedIn(origin, { name: "Mina" });
  const title = `An evening with ${name}`;

  await way.visit(seller, async (page) => {
    await page.goto("/desk");
    await page.locator(".desk-nav").getByRole("link", { name: words.desk.nav.shows }).click();
    await page.getByRole("link", { name: shows.make }).first().click();
    await page.getByLabel(shows.name, { exact: true }).fill(title);
    await page.getByLabel(shows.startsAt).fill("2030-01-02T20:00");
    await page.getByRole("button", { name: shows.create }).click();
    await page.getByText(shows.done.created).waitFor();
    const showPath = new URL(page.url()).pathname;
    await page.getByLabel(shows.picture, { exact: true }).setInputFiles(cover);
    await page.locator("#picture").getByRole("button", { name: shows.upload }).click();
    await page.getByRole("button", { name: shows.removePicture }).waitFor();

    await page.getByRole("link", { name: shows.newProduct }).click();
    await makeProduct(page, way);
    await page.getByText(products.done.created).waitFor();
    await page.getByLabel(products.choosePictures).setInputFiles(pictures);
    await page.getByRole("button", { name: products.upload }).click();
    await page.getByAltText(products.pictureOf(2)).waitFor();
    const productPath = new URL(page.url()).pathname.replace("/desk", "");

    await page.goto(showPath);
    match(await page.locator("#goods").innerText(), /Moon lamp/);
    await page.getByRole("button", { name: shows.start }).click();
    await page.getByText(shows.done.started).waitFor();

    const number = await buys(way, buyer, showPath.replace("/desk", ""), productPath);
    await page.goto("/desk/orders");
    await page.getByRole("link", { name: number }).first().click();
    await page.getByRole("button", { name: orders.confirm }).click();
    await page.getByText(orders.done.paid).waitFor();
    await page.getByLabel(orders.carrier).fill("CJ Logistics");
    await page.getByLabel(orders.tracking).fill("6291-0000-1234");
    await page.getByRole("button", { name: orders.shipNow }).click();
    await page.getByText(orders.done.shipped).waitFor();
    await seesParcel(way, buyer, number);

    await page.goto(showPath);
    await page.locator("summary", { hasText: shows.end }).click();
    await page.getByRole("button", { name: shows.endNow }).click();
    await page.getByText(shows.done.ended).waitFor();
    const [show] = await database.query<{ state: string }>(
      "select state from shows where id = $1",
      [showPath.split("/").at(-1)],
    );
    equal(show?.state, "ended");
  });
});

async function makeProduct(page: Page, { words: { desk: { products: t } } }: Way) {
  await page.getByLabel(t.name, { exact: true }).fill("Moon lamp");
  await page.getByLabel(t.description, { exact: true }).fill("Warm light <for> long evenings.");
  await page.getByLabel(t.colours, { exact: true }).fill("White, Amber");
  await page.getByLabel(t.eachPrice, { exact: true }).fill("74.50");
  await page.getByLabel(t.eachStock, { exact: true }).fill("6");
  await page.getByRole("button", { name: t.create }).click();
}

/** The buyer sees what the seller made, and orders one. */
function buys(way: Way, buyer: Person, showPath: string, productPath: string): Promise<string> {
  return way.visit(buyer, async (page) => {
    await page.goto(showPath);
    await page.getByRole("link", { name: "Moon lamp" }).first().click();
    await page.waitForURL(productPath);
    match(await page.locator("main").innerText(), /Warm light <for> long evenings\./);
    const chips = page.locator(".chip");
    deepEqual((await chips.allInnerTexts()).map((text) => text.trim()), ["White", "Amber"]);
    match(await page.locator(".product-price").innerText(), /\$74\.50/);
    const broken = await page.locator("main img").evaluateAll((images) =>
      (images as HTMLImageElement[]).filter((image) => image.naturalWidth === 0).length
    );
    equal(broken, 0);
    const variantId = await chips.locator("input").first().getAttribute("value");
    return await orderOne(buyer, variantId ?? undefined);
  });
}

function seesParcel({ words, visit }: Way, buyer: Person, number: string): Promise<void> {
  return visit(buyer, async (page) => {
    await page.goto(`/orders/${number}`);
    await page.locator(".badge", { hasText: words.orderStates.shipped }).first().waitFor();
    const text = await page.locator("main").innerText();
    match(text, /CJ Logistics/);
    match(text, /6291-0000-1234/);
  });
}
