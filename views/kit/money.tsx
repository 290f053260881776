import type { Currency, Locale, Money, View } from "./view.ts";

interface Props {
  view: View;
  money: Money;
  /** The price before the discount, drawn struck through beside it. */
  before?: Money | null;
  /** `"large"` leads a page, `"small"` stands in a row of figures. */
  size?: "small" | "medium" | "large";
  /** Options differ in price and this is the lowest. */
  from?: string;
  id?: string;
}

export function Price({ view, money, before, size = "medium", from, id }: Props) {
  const off = before ? percentOff(before.amount, money.amount) : 0;
  return (
    <span class={`price price-${size}`} id={id}>
      {off > 0 && <strong class="price-off">{off}%</strong>}
      <data class="price-now" value={String(money.amount)}>
        {formatMoney(view.locale, money)}
      </data>
      {from && <span class="price-from">{from}</span>}
      {off > 0 && before && <s class="price-before">{formatMoney(view.locale, before)}</s>}
    </span>
  );
}

export function formatMoney(locale: Locale, { amount, currency }: Money): string {
  const number = formatter(locale, currency).format(amount / minorUnits[currency]);
  return locale === "ko" && currency === "KRW" ? `${number}원` : number;
}

/** Whole percent, rounded down so that no discount is promised that is not given. */
export function percentOff(before: number, now: number): number {
  return before > now ? Math.floor((before - now) * 100 / before) : 0;
}

const minorUnits: Record<Currency, number> = { USD: 100, KRW: 1 };

// Making an Intl formatter costs more than rendering the page it is used on.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, currency: Currency): Intl.NumberFormat {
  const key = locale + currency;
  const known = formatters.get(key);
  if (known) return known;
  const made = locale === "ko" && currency === "KRW"
    ? new Intl.NumberFormat("ko-KR")
    : new Intl.NumberFormat("en-US", { style: "currency", currency });
  formatters.set(key, made);
  return made;
}
