import { deepEqual, equal, match } from "node:assert/strict";
import { readPurchases } from "../../../src/room/toasts.ts";
import { orderOne } from "../../support/checkout.ts";
import { inShop } from "../../support/in_shop.ts";

inShop(
  "rooms tell who bought what, but not of those who would rather not",
  { stock: [5] },
  async (at) => {
    const toasts = async () => {
      const orders = await at.database.query<{ id: string }>("select id from orders");
      const told = await readPurchases(at.database, orders.map(({ id }) => id), [at.scene.showId]);
      return told.map(({ toast: { name, product } }) => ({ name, product }));
    };
    const mina = await at.shopper();
    equal((await mina.submit("/profile", { displayName: "Mina" })).status, 303);
    await orderOne(mina, at.scene.variantIds[0]);
    deepEqual(await toasts(), [{ name: "Mina", product: "Product" }]);

    equal(
      (await mina.submit("/profile", { displayName: "Mina", buysUnnamed: "true" })).status,
      303,
    );
    deepEqual(await toasts(), [{ name: undefined, product: "Product" }]);
    match((await mina.get<string>("/profile")).body, /name="buysUnnamed"[^>]* checked/);
  },
);
