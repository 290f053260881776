import { room_peers_per_object } from "../../src/limits.ts";
import type { Bindings } from "../cloudflare/bindings.ts";

/** How many sockets an object takes. */
export function peersMaxOf({ ROOM_PEERS_PER_OBJECT }: Bindings): number {
  return Number(ROOM_PEERS_PER_OBJECT ?? room_peers_per_object);
}
