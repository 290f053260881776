import { serve } from "../db/batch.ts";
import { fingerprint } from "../db/fingerprint.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";

export type PaymentMethod = "bank" | "zelle" | "venmo";

export type OrderState =
  | "awaiting_payment"
  | "paid"
  | "shipped"
  | "delivered"
  | "cancelled"
  | "refunded";

/** A line of an order and units of it. */
export interface LineUnits {
  readonly id: string;
  readonly quantity: number;
}

/** What can be done to an order. Ids are UUIDv7s of the rows to be written. */
export type Step =
  | { readonly step: "cancellation" }
  | {
    readonly step: "claim";
    readonly id: string;
    readonly method: PaymentMethod;
    readonly note: string;
    readonly pictureId?: string;
  }
  | { readonly step: "payment"; readonly method: PaymentMethod }
  | { readonly step: "shipment"; readonly carrier: string; readonly tracking: string }
  | { readonly step: "delivery" }
  /** Without lines: all that is left, shipping included. */
  | {
    readonly step: "refund";
    readonly id: string;
    readonly reason: string;
    readonly lines?: readonly LineUnits[];
  }
  /** Units that stay of an unpaid order's lines; 0 removes the line. */
  | { readonly step: "removal"; readonly lines: readonly LineUnits[] };

export type StepRequest =
  & Step
  & {
    readonly personId: string;
    readonly requestId: string;
    readonly number: string;
  }
  /** The side that acts: the buyer of the order, or the shop that it belongs to. */
  & ({ readonly shopperId: string } | { readonly sellerId: string });

/** Amounts in minor units of `currency`. */
export interface SteppedOrder {
  readonly id: string;
  readonly number: string;
  readonly state: OrderState;
  readonly currency: "USD" | "KRW";
  readonly goods: number;
  readonly shipping: number;
  readonly total: number;
  readonly refunded: number;
  readonly dueAt: string;
}

/**
 * Takes orders one step further; units, refunds and the waitlist's turn follow exactly once.
 *
 * Refusals: NOT_YOURS, ORDER_STATE (`state` says which stands in the way), PAYMENT_LATE, INVALID
 * (lines that are not the order's, or more units than there are), IDEMPOTENCY_MISMATCH.
 */
export async function stepOrders(
  database: Database,
  requests: readonly StepRequest[],
): Promise<Outcome<SteppedOrder>[]> {
  const asked = requests.map((request) => ({
    ...request,
    fingerprint: fingerprint(request.step, wishOf(request)),
  }));
  return await serve(database, "step_orders", asked);
}

// The rows to be written get other ids each time that the same form is sent.
function wishOf({ personId: _, requestId: __, ...wish }: StepRequest) {
  const picture = "pictureId" in wish && wish.pictureId !== undefined;
  return { ...wish, id: undefined, pictureId: picture };
}
