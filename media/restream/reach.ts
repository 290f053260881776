import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Reason } from "../../src/restreams/door.ts";
import { isPrivateAddress } from "../../src/restreams/address.ts";
import type { Route } from "./command.ts";

export type Reach = { readonly route: Pick<Route, "address"> } | { readonly refused: Reason };

/**
 * Where a target may be reached. A name can lead into this network though it does not look so, and
 * elsewhere the next time it is asked for: a target in the clear is connected to by the address that
 * was looked at. One with a certificate goes by its name, which the certificate must prove.
 * @param privateTargets whether targets in this network are fine
 */
export async function reach(url: string, privateTargets: boolean): Promise<Reach> {
  if (privateTargets) return { route: {} };
  const { hostname, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await addressesOf(host);
  const [address] = addresses;
  if (address === undefined) return { refused: "unreachable" };
  if (addresses.some(isPrivateAddress)) return { refused: "forbidden" };
  return { route: protocol === "rtmps:" ? {} : { address } };
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}
