import { delivered_after_days, payment_reminder_hours } from "../limits.ts";
import type { Database } from "../platform.ts";

const orders_per_sweep = 500;

/** Cancels what was not paid in time. @returns how many orders */
export const cancelOverdue = (database: Database) =>
  count(database, "select cancel_overdue_orders($1) as orders", [orders_per_sweep]);

/** Asks for payment once, some hours before it is due. @returns how many orders */
export const remind = (database: Database) =>
  count(database, "select remind_orders($1, $2) as orders", [
    payment_reminder_hours,
    orders_per_sweep,
  ]);

/** Counts as delivered what was shipped long ago. @returns how many orders */
export const deliverOld = (database: Database) =>
  count(database, "select deliver_old_orders($1, $2) as orders", [
    delivered_after_days,
    orders_per_sweep,
  ]);

async function count(database: Database, text: string, parameters: readonly number[]) {
  const [row] = await database.query<{ orders: number }>(text, parameters);
  return row!.orders;
}
