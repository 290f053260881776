import { serve } from "../db/batch.ts";
import { fingerprint } from "../db/fingerprint.ts";
import type { Outcome } from "../errors.ts";
import { stock_units_max } from "../limits.ts";
import type { Database } from "../platform.ts";

export interface SaleRequest {
  readonly personId: string;
  readonly requestId: string;
  readonly sellerId: string;
  /** At most `bulk_products_max`, each once. */
  readonly productIds: readonly string[];
  /** Puts back what was set aside; else sets aside what is free. */
  readonly onSale: boolean;
}

/**
 * Marks products as sold out by setting their free units aside, or puts just those units back.
 * What is held and sold stays as it is.
 *
 * Refusals: NOT_YOURS (any of them), IDEMPOTENCY_MISMATCH.
 * @returns how many variants changed
 */
export async function setSale(
  database: Database,
  request: SaleRequest,
): Promise<Outcome<{ variants: number }>> {
  const { productIds, onSale } = request;
  const asked = {
    ...request,
    fingerprint: fingerprint("sale", [productIds, onSale]),
    unitsMax: stock_units_max,
  };
  const [outcome] = await serve<{ variants: number }>(database, "set_sale", [asked]);
  return outcome!;
}
