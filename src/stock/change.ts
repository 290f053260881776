import { serve } from "../db/batch.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import type { Hold } from "./hold.ts";

export interface ChangeRequest {
  readonly personId: string;
  readonly requestId: string;
  readonly holdId: string;
  /** Units that the line is to have; 0 releases it. */
  readonly quantity: number;
}

/**
 * Gives lines another quantity; no deadline moves. A waiting hold may shrink and keeps its place.
 *
 * Refusals: NOT_YOURS, HOLD_LAPSED, NOT_ENOUGH_STOCK (`available` counts the line's own units),
 * HOLD_LIMIT, NOT_WAITABLE (a waiting hold that would grow), IDEMPOTENCY_MISMATCH.
 */
export function change(
  database: Database,
  requests: readonly ChangeRequest[],
): Promise<Outcome<Hold>[]> {
  return serve<Hold>(
    database,
    "change_holds",
    requests.map((request) => ({
      ...request,
      fingerprint: `change ${request.holdId} ${request.quantity}`,
    })),
  );
}

/** Gives up lines, or places in line; the units go to those who wait. Refusals as for `change`. */
export function release(
  database: Database,
  requests: readonly Omit<ChangeRequest, "quantity">[],
): Promise<Outcome<Hold>[]> {
  return change(database, requests.map((request) => ({ ...request, quantity: 0 })));
}
