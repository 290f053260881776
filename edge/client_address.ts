import { BlockList, isIP, isIPv6 } from "node:net";
import type { Served } from "./open.ts";

/**
 * Tells requests that came through proxies of ours by the address that the first of them saw.
 * @param trusted addresses and networks (`10.0.0.0/8`) of those proxies
 */
export function behindProxies(served: Served, trusted: readonly string[]): Served {
  if (trusted.length === 0) return served;
  const proxies = listOf(trusted);
  return {
    ...served,
    fetch: (request, { address } = {}) =>
      served.fetch(request, {
        address: clientAddress(address, request.headers.get("x-forwarded-for"), proxies),
      }),
  };
}

/**
 * Who sent a request: from the near end, the first who is no proxy of ours. What stands before them
 * in the header, they may have made up.
 * @param peer the address that the connection came from
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | null,
  proxies: BlockList,
): string | undefined {
  const hops = forwardedFor?.split(",").map((hop) => hop.trim()) ?? [];
  let address = peer;
  while (address && isTrusted(address, proxies)) {
    const before = hops.pop();
    if (!before || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

export function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(address: string, proxies: BlockList): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return proxies.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}
