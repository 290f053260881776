import { uuidv7 } from "uuidv7";
import type { Outcome } from "../errors.ts";
import { type PaymentMethod, stepOrders, type SteppedOrder } from "../orders/step.ts";
import type { Shop } from "../shop.ts";

export interface ClaimRequest {
  readonly personId: string;
  readonly requestId: string;
  readonly number: string;
  readonly method: PaymentMethod;
  readonly note?: string;
  /** A picture that the person has stored. */
  readonly pictureId?: string;
}

/** The buyer says that the money is sent. Refusals: NOT_YOURS, ORDER_STATE, PAYMENT_LATE. */
export async function claimPayment(
  { platform, news }: Shop,
  { personId, note = "", ...claim }: ClaimRequest,
): Promise<Outcome<SteppedOrder>> {
  const [outcome] = await stepOrders(platform.database, [
    { ...claim, step: "claim", id: uuidv7(), personId, shopperId: personId, note },
  ]);
  news.hurry();
  return outcome!;
}
