import { uuidv7 } from "uuidv7";
import { sha256 } from "../bytes.ts";
import type { Shop } from "../shop.ts";
import { destinationOf } from "../shipping/fees.ts";
import { sealAddress, type ShippingAddress } from "./address.ts";

export interface Checkout {
  readonly personId: string;
  readonly requestId: string;
  readonly holdIds: readonly string[];
  readonly depositorName: string;
  readonly address: ShippingAddress;
  /** What was sent beside the holds: the same identity with another wish is refused. */
  readonly wish: unknown;
}

/** Orders held lines to an address, which leaves here sealed. Refusals as for `placeOrders`. */
export async function checkOut(shop: Shop, checkout: Checkout) {
  const { personId, requestId, depositorName, address, wish } = checkout;
  const { configuration } = shop.platform;
  const holdIds = [...new Set(checkout.holdIds)];
  const addressId = uuidv7();
  return await shop.placeOrder({
    personId,
    requestId,
    holdIds,
    orderIds: holdIds.map(() => uuidv7()),
    addressId,
    address: await sealAddress(configuration, addressId, address),
    ...destinationOf(address),
    depositorName,
    zone: configuration.timeZone,
    // What is remembered of a request outlives it, and so must not tell an address.
    wish: sha256(JSON.stringify(wish)),
  });
}
