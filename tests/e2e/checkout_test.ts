import { match } from "node:assert/strict";
import { holdOne } from "../support/checkout.ts";
import { Person } from "../support/person.ts";
import { setScene } from "../support/scene.ts";
import { bothWays } from "../support/ways.ts";

bothWays("what it costs is seen before ordering, wherever it goes", async (way) => {
  const { stage: { origin, database }, words: { checkout: t } } = way;
  const scene = await setScene(database, { stock: [5], price: 1000 });
  await database.query(
    `insert into shipping_zones (id, seller_id, country, region, fee)
     values (gen_random_uuid(), $1, 'US', 'CA', 800), (gen_random_uuid(), $1, 'KR', '', 300)`,
    [scene.sellerId],
  );
  const buyer = await Person.signedIn(origin);
  await holdOne(buyer, scene.variantIds[0]);

  await way.visit(buyer, async (page) => {
    await page.goto("/checkout");
    await page.getByLabel(t.recipient, { exact: true }).fill("Mina Kim");
    const total = page.locator("#amounts .amount-total");
    for (
      const [country, state, amount] of [["US", "CA", "18"], ["US", "NY", "20"], ["KR", "", "13"]]
    ) {
      await page.getByLabel(t.country).selectOption(country!);
      if (state) await page.getByLabel(t.state, { exact: true }).selectOption(state);
      if (!way.scripts) await page.getByRole("button", { name: t.weigh }).click();
      await total.filter({ hasText: `$${amount}.00` }).waitFor();
    }
    match(await page.getByLabel(t.recipient, { exact: true }).inputValue(), /Mina Kim/);
  });
});
