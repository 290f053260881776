import type { Database } from "../platform.ts";

/** Where an order goes, as far as the fee depends on it. */
export interface Destination {
  readonly country: "US" | "KR";
  /** State of the US, else empty. */
  readonly region: string;
}

/**
 * What shipping of these holds would cost, by seller, in minor units of the seller's currency. The
 * same function of the database decides when the order is placed.
 */
export async function shippingFees(
  database: Database,
  shopperId: string,
  holdIds: readonly string[],
  { country, region }: Destination,
): Promise<Map<string, number>> {
  const rows = await database.query<{ seller_id: string; fee: number }>(
    `select s.seller_id, shipping_fee($1, s.seller_id, $2, $3, $4) as fee
     from (
       select distinct p.seller_id from holds h
       join variants v on v.id = h.variant_id join products p on p.id = v.product_id
       where h.id = any ($2)
     ) s`,
    [shopperId, holdIds, country, region],
    { name: "shipping_fees" },
  );
  return new Map(rows.map(({ seller_id, fee }) => [seller_id, fee]));
}

/** Where an address lies on the map of the zones. */
export function destinationOf(
  { country, state }: { readonly country: "US" | "KR"; readonly state?: string },
): Destination {
  return { country, region: country === "US" ? state ?? "" : "" };
}
