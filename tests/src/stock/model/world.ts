/** The small world in which the model and the database are compared: crowded, so that all meet. */
export const sellers = 2;
export const shoppers = 4;
export const sellers_of_variants = [0, 0, 1] as const;
export const units_per_shopper = 4;
export const hold_minutes = [10, 25] as const;
export const waitlist_minutes = 10;
export const price_first = 4_000;
export const shipping_fee = 1_000;
export const free_shipping_from = 15_000;
export const payment_due_minutes = 24 * 60;
