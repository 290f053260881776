import type { Currency } from "../kit/view.ts";

/** Stands before the box in which money is typed. */
export const symbols: Record<Currency, string> = { USD: "$", KRW: "₩" };

/** Money as a person types it: `"25.90"`. */
export function inputMoney(amount: number, currency: Currency): string {
  return currency === "USD" ? (amount / 100).toFixed(2) : String(amount);
}
