import { readProfile } from "../accounts/profile.ts";
import { destinationOf, shippingFees } from "../shipping/fees.ts";
import type { Shop } from "../shop.ts";
import type { Cart } from "./read_cart.ts";

/**
 * What shipping of the whole cart will cost to the address of the profile, by seller, in minor
 * units. Empty while there is no address, or nothing to ship.
 */
export async function expectedShipping(
  shop: Shop,
  personId: string,
  { sellers }: Cart,
): Promise<Map<string, number>> {
  const holdIds = sellers.flatMap(({ lines }) => lines.map(({ id }) => id));
  if (holdIds.length === 0) return new Map();
  const { address } = await readProfile(shop, personId);
  if (!address) return new Map();
  return await shippingFees(shop.platform.database, personId, holdIds, destinationOf(address));
}
