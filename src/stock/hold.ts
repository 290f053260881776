import { serve } from "../db/batch.ts";
import type { Outcome } from "../errors.ts";
import { live_holds_per_shopper, waitlist_quantity_max } from "../limits.ts";
import type { Database } from "../platform.ts";

export interface HoldRequest {
  readonly personId: string;
  readonly requestId: string;
  /** UUIDv7 that the hold gets if it is a new line. */
  readonly holdId: string;
  readonly variantId: string;
  /** Units, a whole number from 1. */
  readonly quantity: number;
  /** Wait in line when the units are not there. */
  readonly waitlist: boolean;
}

/** A line of the cart, or a place in line. */
export interface Hold {
  readonly id: string;
  readonly state: "waiting" | "held" | "released";
  readonly quantity: number;
  /** Minor units, taken when the units were held; absent while waiting. */
  readonly unitPrice?: number;
  /** ISO 8601; absent while waiting. */
  readonly expiresAt?: string;
  /** Place in line, from 1; only while waiting. */
  readonly position?: number;
}

/**
 * Sets units aside, in order of arrival: reclaims what is overdue of those variants, serves their
 * lines, grants what is there, and puts those who asked to wait in line.
 *
 * A list in which a shopper appears once is one statement; where a shopper appears again, another
 * statement begins, so that each request sees what the one before it did.
 *
 * Refusals: NOT_YOURS (no such variant on offer), SHOW_STATE, SOLD_OUT, NOT_ENOUGH_STOCK,
 * HOLD_LIMIT (units of a line, live lines, or units waited for: `limit` says how many),
 * ALREADY_WAITING, NOT_WAITABLE (units already held), IDEMPOTENCY_MISMATCH.
 */
export async function hold(
  database: Database,
  requests: readonly HoldRequest[],
): Promise<Outcome<Hold>[]> {
  const outcomes: Outcome<Hold>[] = [];
  for (const run of runsOfDistinctShoppers(requests)) {
    outcomes.push(...await serve<Hold>(database, "hold", run.map(asked)));
  }
  return outcomes;
}

function runsOfDistinctShoppers(requests: readonly HoldRequest[]) {
  const runs: HoldRequest[][] = [];
  let shoppers = new Set<string>();
  for (const request of requests) {
    if (runs.length === 0 || shoppers.has(request.personId)) {
      runs.push([]);
      shoppers = new Set();
    }
    runs.at(-1)!.push(request);
    shoppers.add(request.personId);
  }
  return runs;
}

function asked(request: HoldRequest) {
  const { variantId, quantity, waitlist } = request;
  return {
    ...request,
    fingerprint: `hold ${variantId} ${quantity} ${waitlist}`,
    liveHoldsMax: live_holds_per_shopper,
    waitUnitsMax: waitlist_quantity_max,
  };
}
