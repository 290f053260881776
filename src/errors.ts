/**
 * The catalogue of refusals: the expected ways of saying no, the same in pages, fragments, the API
 * and the room. A refusal is a value that is returned; an exception is a bug.
 */
import type { ContentfulStatusCode } from "hono/utils/http-status";

export const refusalStatus = {
  SOLD_OUT: 409,
  NOT_ENOUGH_STOCK: 409,
  HOLD_LIMIT: 409,
  HOLD_LAPSED: 410,
  NOT_WAITABLE: 409,
  ALREADY_WAITING: 409,
  CART_EMPTY: 422,
  ORDER_STATE: 409,
  PAYMENT_LATE: 409,
  POINTS_OFF: 409,
  POINTS_TOO_FEW: 422,
  POINTS_TOO_MANY: 422,
  SHOW_STATE: 409,
  PUBLISH_REFUSED: 403,
  MUTED: 403,
  BANNED: 403,
  SLOW_MODE: 429,
  RATE_LIMITED: 429,
  PROFILE_INCOMPLETE: 403,
  SIGN_IN_REQUIRED: 401,
  NOT_YOURS: 404,
  IDEMPOTENCY_MISMATCH: 422,
  IDEMPOTENCY_IN_FLIGHT: 409,
  ORIGIN_REFUSED: 403,
  BODY_TOO_LARGE: 413,
  INVALID: 422,
  UNAVAILABLE: 503,
} as const satisfies Record<string, ContentfulStatusCode>;

export type RefusalCode = keyof typeof refusalStatus;

/** An expected no. The facts beside the code fill the sentence that a person reads. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The input at fault, named as the request names it. */
  readonly field?: string;
  /** All inputs at fault, each with the rule it broke: a key of the copy, or a code. */
  readonly fields?: readonly FieldFault[];
  /** NOT_ENOUGH_STOCK: units that can be had now. */
  readonly available?: number;
  /** HOLD_LIMIT: the bound that was met. */
  readonly limit?: number;
  /** ORDER_STATE and SHOW_STATE: the state that stands in the way. */
  readonly state?: string;
  /** HOLD_LAPSED: the holds that are gone. */
  readonly holdIds?: readonly string[];
  readonly retryAfterMs?: number;
}

export interface FieldFault {
  readonly field: string;
  readonly rule: string;
}

export type Outcome<T> = { readonly refusal?: undefined } & T | { readonly refusal: Refusal };

export function refuse(code: RefusalCode, facts: Omit<Refusal, "code"> = {}): {
  refusal: Refusal;
} {
  return { refusal: { code, ...facts } };
}

/** Carries a refusal out of middleware and parsing, where no value can be returned. */
export class Refused extends Error {
  override name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
