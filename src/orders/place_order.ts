import { serve } from "../db/batch.ts";
import type { Outcome } from "../errors.ts";
import {
  gate_waiting_requests_max,
  order_minor_units_max,
  orders_per_statement_max,
} from "../limits.ts";
import type { Database } from "../platform.ts";
import { Gate } from "../stock/gate.ts";

export interface PlaceRequest {
  readonly personId: string;
  readonly requestId: string;
  /** Held lines, at most `order_lines_max`. */
  readonly holdIds: readonly string[];
  /** UUIDv7s for the orders to come, one a hold: there is an order a seller. */
  readonly orderIds: readonly string[];
  /** UUIDv7 that the sealed address was bound to. */
  readonly addressId: string;
  /** Sealed; see `accounts/vault.ts`. */
  readonly address: string;
  readonly country: "US" | "KR";
  /** State of the US, else empty. */
  readonly region: string;
  readonly depositorName: string;
  /** IANA name; the shop's day is part of the number. */
  readonly zone: string;
  /** Print of what was sent beside the holds. */
  readonly wish?: string;
}

/** Amounts in minor units of `currency`. */
export interface Order {
  readonly id: string;
  /** `ORD-YYYYMMDD-NNNNN` */
  readonly number: string;
  readonly sellerId: string;
  readonly currency: "USD" | "KRW";
  readonly goods: number;
  readonly shipping: number;
  readonly total: number;
  /** ISO 8601: when it cancels itself if it is not paid. */
  readonly dueAt: string;
}

/**
 * Makes orders of held lines, one a seller: all of a request or none of it.
 *
 * Refusals: CART_EMPTY, NOT_YOURS (a hold that is not the person's, or of a shop that is closed),
 * HOLD_LAPSED (`holdIds` says which are no longer held), SOLD_OUT (one that still waits), INVALID
 * (goods for more than `order_minor_units_max`), IDEMPOTENCY_MISMATCH.
 */
export function placeOrders(
  database: Database,
  requests: readonly PlaceRequest[],
): Promise<Outcome<{ orders: Order[] }>[]> {
  return serve(
    database,
    "place_orders",
    requests.map((request) => ({
      ...request,
      amountMax: order_minor_units_max,
      fingerprint: ["place", ...[...request.holdIds].sort(), request.wish].join(" "),
    })),
  );
}

/** The way in for shoppers' orders: those that arrive together are placed in one statement. */
export function orderGate(database: Database) {
  const gate = new Gate<PlaceRequest, { orders: Order[] }>(
    (batch) => placeOrders(database, batch),
    {
      key: (request) => request.personId,
      batchMax: orders_per_statement_max,
      waitingMax: gate_waiting_requests_max,
    },
  );
  return (request: PlaceRequest) => gate.pass(request);
}
