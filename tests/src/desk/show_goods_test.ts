import { equal } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { atDesk } from "../../support/desk.ts";
import { expectRefusal } from "../../support/refused.ts";

atDesk("products of a show are put in order", async ({ seller, makeShow, makeProduct }) => {
  const show = await makeShow();
  const ids: string[] = [];
  for (const name of ["A", "B", "C"]) ids.push((await makeProduct({ name, showId: show.id })).id);
  const move = async (productId: string, to: string) => {
    const path = `/desk/shows/${show.id}/product-order`;
    equal((await seller.submit(path, { productId, to })).status, 303);
  };
  const order = async () => {
    const { body } = await seller.get<{ items: { name: string }[] }>(
      `/api/products?show=${show.id}`,
    );
    return body.items.map(({ name }) => name).join("");
  };
  equal(await order(), "ABC");
  await move(ids[2]!, "up");
  equal(await order(), "ACB");
  await move(ids[0]!, "down");
  equal(await order(), "CAB");
  await move(ids[2]!, "up");
  await move(ids[1]!, "down");
  equal(await order(), "CAB");
});

atDesk("only a product of the show can be featured in it", async (at) => {
  const { database, seller, scene, makeShow, makeProduct } = at;
  const show = await makeShow();
  const elsewhere = await makeProduct();
  for (const productId of [scene.productId, elsewhere.id, uuidv7()]) {
    await expectRefusal(database, {
      name: productId,
      by: seller,
      send: (by) => by.patch(`/api/desk/shows/${show.id}`, { featuredProductId: productId }),
      code: "NOT_YOURS",
    });
  }
});
