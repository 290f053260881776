import { doesNotMatch, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { eachDatabase } from "../../support/databases.ts";
import { setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

const english = { "accept-language": "en" };

eachDatabase(
  "the home page shows who is on air, who will be, and some of the store",
  async (database) => {
    await using shop = new TestApp(database);
    const empty = (await shop.guest().get<string>("/", english)).body;
    match(empty, /Nobody is live right now/);
    match(empty, /The store is still empty/);

    const { sellerId, showId, productId } = await setScene(database, { stock: [3] });
    const soon = uuidv7();
    await shop.change(
      `insert into shows (id, seller_id, title, starts_at)
     values ($1, $2, 'Tomorrow', now() + interval '1 day')`,
      [soon, sellerId],
    );
    const page = (await shop.guest().get<string>("/", english)).body;
    match(page, new RegExp(`/shows/${showId}`));
    match(page, /Coming up.*Tomorrow/s);
    match(page, new RegExp(`/products/${productId}`));

    await shop.change("update shows set state = 'ended', ended_at = now() where id = $1", [showId]);
    const after = (await shop.guest().get<string>("/", english)).body;
    match(after, /Nobody is live right now/);
    match(after, /The next show starts/);
    doesNotMatch(after, new RegExp(`/shows/${showId}`));
  },
);

eachDatabase("a page speaks the language of its reader", async (database) => {
  await using shop = new TestApp(database);
  await setScene(database, { stock: [3] });
  match((await shop.guest().get<string>("/")).body, /<html lang="ko"/);
  match((await shop.guest().get<string>("/", english)).body, /<html lang="en"/);
  match((await shop.guest().get<string>("/", { cookie: "locale=en" })).body, /Live now/);
});

eachDatabase("htmx gets what stands in main, and nothing around it", async (database) => {
  await using shop = new TestApp(database);
  const { showId } = await setScene(database, { stock: [3] });
  for (const path of ["/", "/store", `/shows/${showId}`]) {
    const { body } = await shop.guest().get<string>(path, { "hx-request": "true" });
    doesNotMatch(body, /<html|<main/, path);
  }
});
