/** The states of an order and the ways to pay it, as the database has them. */
export const orderStates = [
  "awaiting_payment",
  "paid",
  "shipped",
  "delivered",
  "cancelled",
  "refunded",
] as const;

export const paymentMethods = ["bank", "zelle", "venmo"] as const;
