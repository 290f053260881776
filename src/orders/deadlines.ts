import { order_bucket_seconds, payment_reminder_hours } from "../limits.ts";
import type { Callbacks } from "../schedule/ask.ts";
import { bucketOf } from "../schedule/bucket.ts";

/**
 * Asks to be called when an order must be paid, and some hours before: once for all orders whose
 * moment falls into the same minute.
 * @param dueAt ISO 8601
 */
export function askForPayment(callbacks: Callbacks, dueAt: string) {
  const due = Date.parse(dueAt);
  ask(callbacks, "orders-due", due);
  ask(callbacks, "orders-reminder", due - payment_reminder_hours * 3_600_000);
}

function ask(callbacks: Callbacks, name: string, moment: number) {
  const notBefore = bucketOf(moment, order_bucket_seconds);
  callbacks.ask({ name, notBefore, deduplicationId: `${name}-${notBefore}` });
}
