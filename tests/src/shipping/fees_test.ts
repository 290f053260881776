import { deepEqual } from "node:assert/strict";
import { shippingFees } from "../../../src/shipping/fees.ts";
import { holdOne } from "../../support/checkout.ts";
import { inShop } from "../../support/in_shop.ts";
import { setScene } from "../../support/scene.ts";

inShop("each seller's fee is by the zone of the address", { stock: [9] }, async (at) => {
  const mina = await at.shopper();
  const other = await setScene(at.database, { stock: [9] });
  const holdIds = [
    await holdOne(mina, at.scene.variantIds[0]),
    await holdOne(mina, other.variantIds[0]),
  ];
  await at.database.query(
    `insert into shipping_zones (id, seller_id, country, region, fee) values
       (gen_random_uuid(), $1, 'US', 'CA', 800), (gen_random_uuid(), $1, 'KR', '', 300)`,
    [at.scene.sellerId],
  );
  const { body: me } = await mina.get<{ id: string }>("/api/me");
  const fees = async (country: "US" | "KR", region: string) => {
    const bySeller = await shippingFees(at.database, me.id, holdIds, { country, region });
    return [bySeller.get(at.scene.sellerId), bySeller.get(other.sellerId)];
  };
  deepEqual(await fees("US", "CA"), [800, 1000]);
  deepEqual(await fees("US", "NY"), [1000, 1000]);
  deepEqual(await fees("KR", ""), [300, 1000]);
});
