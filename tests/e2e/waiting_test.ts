import { equal, match } from "node:assert/strict";
import { callBack } from "../support/callback.ts";
import { holdOne } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { setScene } from "../support/scene.ts";
import { bothWays } from "../support/ways.ts";

bothWays("who waits in line gets what another lets go, and nobody else does", async (way) => {
  const { stage: { shop, origin, database }, words } = way;
  const { productId, variantIds: [variantId] } = await setScene(database, { stock: [1] });
  const rival = await Person.signedIn(origin);
  const holdId = await holdOne(rival, variantId);
  const buyer = await Person.signedIn(origin);

  await way.visit(buyer, async (page) => {
    await page.goto(`/products/${productId}`);
    await page.getByText(words.stock.soldOut).first().waitFor();
    await page.getByRole("button", { name: words.product.wait }).filter({ visible: true }).click();
    if (way.scripts) {
      await page.locator("#toast").getByText(words.holdResult.ahead(0)).waitFor();
    } else {
      await page.waitForURL(`/products/${productId}`);
    }

    await page.goto("/waitlist");
    const line = page.locator(".line");
    match(await line.innerText(), new RegExp(words.waitlist.place(1)));
    match(await line.innerText(), new RegExp(words.waitlist.ahead(0)));
    await page.goto("/cart");
    await page.getByText(words.cart.waiting(1)).waitFor();
    await page.getByText(words.cart.empty).waitFor();

    await database.query("update holds set expires_at = now() where id = $1", [holdId]);
    equal(await callBack(shop, "lapse"), 204);

    await page.goto("/cart");
    await page.locator(".line time").waitFor();
    equal(await page.locator(".line").getByRole("spinbutton").inputValue(), "1");
    await page.goto("/waitlist");
    await page.getByText(words.waitlist.empty).waitFor();
  });

  const late = await rival.post("/api/holds", { variantId, quantity: 1 });
  equal(late.body.code, "SOLD_OUT");
});
