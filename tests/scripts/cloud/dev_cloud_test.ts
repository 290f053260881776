import { deepEqual, equal, ok } from "node:assert/strict";
import { redisUrl } from "../../support/redis.ts";
import { Person } from "../../support/person.ts";
import { serverUrl } from "../../support/postgres.ts";
import { ShopProcess } from "../../support/shop.ts";

interface Shelf {
  readonly items: { readonly variants: { readonly id: string; readonly available: number }[] }[];
}

const provided = serverUrl && redisUrl;
const promise = "deno task dev:cloud opens the shop on the cloud's clients, where somebody buys";

Deno.test({
  name: provided ? promise : `${promise} (skipped: PostgreSQL and Redis are not provided)`,
  ignore: !provided,
  async fn() {
    await using shop = await ShopProcess.open({ entry: "scripts/dev_cloud.ts" });
    const mina = await Person.signedIn(shop.origin);
    const { body: shelf } = await mina.get<Shelf>("/api/products");
    const variant = shelf.items.flatMap(({ variants }) => variants).find((one) =>
      one.available > 0
    );
    ok(variant);

    const held = await mina.post("/api/holds", { variantId: variant.id, quantity: 1 });
    equal(held.status, 201);
    const ordered = await mina.post("/api/orders", {
      holdIds: [held.body.id],
      depositorName: "Kim",
      address: {
        country: "KR",
        name: "Kim",
        line1: "서울시 종로구 새문안로 1",
        postalCode: "03171",
      },
    });
    equal(ordered.status, 201, JSON.stringify(ordered.body));
    deepEqual(shop.log.filter((line) => line.includes('"level":"error"')), []);
  },
});
