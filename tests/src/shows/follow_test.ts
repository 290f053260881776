import { equal, match } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../src/platform.ts";
import { eachDatabase } from "../../support/databases.ts";
import { Ears } from "../../support/ears.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { TestApp } from "../../support/test_app.ts";

async function sceneOfAnHour(database: Database): Promise<Scene> {
  const scene = await setScene(database, { stock: [3, 20] });
  await database.query("update shows set started_at = now() - interval '1 hour'");
  return scene;
}

function live(shop: TestApp, showId: string): Promise<Response> {
  const headers = { "accept-language": "en", "accept-encoding": "gzip" };
  return shop.fetch(`${shop.origin}/shows/${showId}/live`, { headers });
}

/** Follows a show, from the moment at which all that was before has been told. */
async function following(
  shop: TestApp,
  showId: string,
  act: (ears: Ears) => Promise<void>,
): Promise<void> {
  const answer = await live(shop, showId);
  match(answer.headers.get("content-type")!, /^text\/event-stream/);
  // What packs an answer gathers it first.
  equal(answer.headers.get("content-encoding"), null);
  const ears = new Ears(answer.body!);
  await ears.hears(({ data }) => data.includes('id="featured"'));
  await act(ears).finally(() => ears[Symbol.asyncDispose]());
  equal(shop.app.shop.audiences.viewers, 0);
  await new Promise((rested) => setTimeout(rested, 150));
}

eachDatabase("whoever follows a show sees what is sold and what is said", async (database) => {
  await using shop = new TestApp(database);
  const { showId, variantIds: [variantId] } = await sceneOfAnHour(database);
  const kim = await shop.signedIn({ name: "Kim" });

  await following(shop, showId, async (ears) => {
    equal((await kim.post("/api/holds", { variantId, quantity: 2 })).status, 201);
    await ears.hears(({ name, data }) => name === "fragment" && data.includes("1 left"));
    equal((await kim.post("/api/holds", { variantId, quantity: 1 })).status, 201);
    await ears.hears(({ name, data }) => name === "fragment" && data.includes("sold out"));

    await kim.submit(`/shows/${showId}/messages`, { text: "<i>so pretty</i>" });
    const said = await ears.hears(({ name }) => name === "chat");
    match(said.data, /Kim.*&lt;i>so pretty&lt;\/i>/);
  });
});

eachDatabase("what another process commits is told, too", async (database) => {
  await using shop = new TestApp(database);
  await using other = new TestApp(database);
  const { showId, variantIds: [variantId] } = await sceneOfAnHour(database);
  const kim = await other.signedIn({ name: "Kim" });

  await following(shop, showId, async (ears) => {
    await kim.post("/api/holds", { variantId, quantity: 1 });
    await ears.hears(({ name, data }) => name === "fragment" && data.includes("2 left"));
    await kim.post(`/api/shows/${showId}/messages`, { id: uuidv7(), text: "hello" });
    await ears.hears(({ name, data }) => name === "chat" && data.includes("hello"));
  });
});

eachDatabase(
  "products come and go, and the end of the show draws the page anew",
  async (database) => {
    await using shop = new TestApp(database);
    const { showId, productId, sellerId } = await sceneOfAnHour(database);
    const news = (topic: string, subject: string) =>
      shop.change("insert into outbox (topic, subject, body) values ($1, $2, '{}')", [
        topic,
        subject,
      ]);

    await following(shop, showId, async (ears) => {
      const added = uuidv7();
      await database.query(
        `with added as (
         insert into products (id, seller_id, show_id, name, position) values ($1, $2, $3, 'Added', 1)
       ) insert into variants (id, product_id, price, stock, available) values ($4, $1, 5, 1, 1)`,
        [added, sellerId, showId, uuidv7()],
      );
      await news("product", added);
      await ears.hears(({ data }) => data.includes(`product-${added}`));

      await database.query("update products set deleted_at = now() where id = $1", [productId]);
      await news("product", productId);
      await ears.hears(({ name, data }) => name === "gone" && data === `product-${productId}`);

      await database.query("update shows set state = 'ended', ended_at = now() where id = $1", [
        showId,
      ]);
      await news("show", showId);
      await ears.hears(({ name }) => name === "reload");
    });

    const after = await live(shop, showId);
    equal(after.status, 204);
  },
);

eachDatabase(
  "whoever only asks for the head of a stream takes no place in it",
  async (database) => {
    await using shop = new TestApp(database);
    const { showId } = await sceneOfAnHour(database);
    const answer = await shop.fetch(`${shop.origin}/shows/${showId}/live`, { method: "HEAD" });
    equal(answer.status, 200);
    equal(shop.app.shop.audiences.viewers, 0);
  },
);

eachDatabase("there is nothing to follow where there is no show", async (database) => {
  await using shop = new TestApp(database);
  for (const id of [uuidv7(), "1", "%00", "'; drop table shows; --"]) {
    const answer = await live(shop, encodeURIComponent(id));
    await answer.body?.cancel();
    equal(answer.status, 404, id);
  }
});
