import type { Address } from "../accounts/contact.ts";
import { vault } from "../accounts/vault.ts";
import type { Configuration } from "../platform.ts";

/** Where an order goes, as it was when the order was placed. */
export type ShippingAddress = Address & { readonly phone?: string };

/** @param id of the row that will hold it */
export function sealAddress(
  configuration: Configuration,
  id: string,
  address: ShippingAddress,
): Promise<string> {
  return vault(configuration).seal(JSON.stringify(address), id);
}

/** What `sealAddress` sealed, for those who may see it: the buyer and the shop. */
export async function openAddress(
  configuration: Configuration,
  { id, sealed }: { readonly id: string; readonly sealed: string },
): Promise<ShippingAddress> {
  return JSON.parse(await vault(configuration).open(sealed, id));
}
