import type { Market } from "./market.ts";

/** Something that the shop does however it is run. */
export interface Promised {
  readonly says: string;
  /** Fails where the shop does not do it. */
  keep(market: Market): Promise<void>;
}
