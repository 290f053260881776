import { picture } from "../catalog/offers.ts";

/** SQL: the first picture of a product; null where there is none. */
export function cover(productId: string): string {
  return `(
    select ${picture("c")} from product_pictures pc join pictures c on c.id = pc.picture_id
    where pc.product_id = ${productId} order by pc.position limit 1)`;
}
