import { serve } from "../db/batch.ts";
import type { Outcome } from "../errors.ts";
import { stock_units_max } from "../limits.ts";
import type { Database } from "../platform.ts";

export interface StockChange {
  readonly personId: string;
  readonly requestId: string;
  /** UUIDv7 of the row that remembers the change. */
  readonly id: string;
  readonly sellerId: string;
  readonly variantId: string;
  /** Units more, or fewer when negative; never 0. */
  readonly delta: number;
  readonly reason: string;
}

/** Units: `stock = available + held + sold`. */
export interface VariantStock {
  readonly id: string;
  readonly stock: number;
  readonly available: number;
  readonly held: number;
  readonly sold: number;
}

/**
 * Changes stock by deltas, so that a sale in between is never lost; new units go to those who
 * wait first.
 *
 * Refusals: NOT_YOURS, NOT_ENOUGH_STOCK (taking away more than is free), INVALID (more than
 * `stock_units_max` unsold), IDEMPOTENCY_MISMATCH.
 */
export function changeStock(
  database: Database,
  changes: readonly StockChange[],
): Promise<Outcome<VariantStock>[]> {
  return serve<VariantStock>(
    database,
    "change_stock",
    changes.map((change) => ({
      ...change,
      fingerprint: `stock ${change.variantId} ${change.delta}`,
      unitsMax: stock_units_max,
    })),
  );
}
