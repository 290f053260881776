import { holdOne } from "../../support/checkout.ts";
import { expectRefusal } from "../../support/refused.ts";
import { town } from "../../support/town.ts";

const quantities = [0, -1, 1.5, 1e9, "2", "", "two", null, true, [1], {}, "1; drop table holds"];

Deno.test("a quantity is a whole number within bounds, over the API", async () => {
  const { database, mina, variantId } = await town();
  const holdId = await holdOne(mina, variantId);
  for (const quantity of [...quantities, undefined]) {
    const shared = { by: mina, code: "INVALID", field: "quantity" } as const;
    const name = `quantity ${JSON.stringify(quantity)}`;
    await expectRefusal(database, {
      ...shared,
      name: `${name} held`,
      send: (by) => by.post("/api/holds", { variantId, quantity }),
    });
    await expectRefusal(database, {
      ...shared,
      name: `${name} changed to`,
      send: (by) => by.patch(`/api/holds/${holdId}`, { quantity }),
    });
  }
});

Deno.test("a quantity is a whole number within bounds, on the pages", async () => {
  const { database, mina, variantId, scene } = await town();
  const holdId = await holdOne(mina, variantId);
  for (const quantity of ["0", "-1", "1.5", "1e9", "1000000000", "", "two", "１", "0x1"]) {
    const shared = { by: mina, code: "INVALID", field: "quantity" } as const;
    for (const from of [`/products/${scene.productId}`, `/shows/${scene.showId}`]) {
      await expectRefusal(database, {
        ...shared,
        name: `quantity ${quantity} on ${from.split("/")[1]}`,
        send: (by) => by.submit("/holds", { variantId, quantity, from }),
      });
    }
    await expectRefusal(database, {
      ...shared,
      name: `quantity ${quantity} in the cart`,
      send: (by) => by.submit(`/holds/${holdId}/quantity`, { quantity }),
    });
  }
});
