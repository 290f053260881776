import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { formatMoney } from "../kit/money.tsx";
import type { Currency, View } from "../kit/view.ts";

export interface LowVariant {
  readonly productId: string;
  readonly variantId: string;
  readonly name: string;
  /** `"Beige / M"`, or empty. */
  readonly options: string;
  readonly available: number;
  /** People in line. */
  readonly waiting: number;
}

export interface TopSeller {
  readonly productId: string;
  readonly name: string;
  readonly units: number;
  /** Minor units. */
  readonly revenue: number;
}

/** What is nearly gone, or gone while people wait for it. */
export function LowStock({ view, variants }: { view: View; variants: readonly LowVariant[] }) {
  const t = copy(view.locale).desk.today;
  if (variants.length === 0) return <p class="soft">{t.lowStockNone}</p>;
  return (
    <ul class="desk-list">
      {variants.map(({ productId, variantId, name, options, available, waiting }) => (
        <li key={variantId}>
          <a href={`/desk/products/${productId}#variant-${variantId}`}>
            {name}
            {options && <span class="soft small">{options}</span>}
          </a>
          <span class="desk-list-end">
            {waiting > 0 && <Badge>{t.waiting(waiting)}</Badge>}
            <Badge tone={available === 0 ? "bad" : "warn"}>{t.left(available)}</Badge>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function TopProducts({ view, products, currency }: {
  view: View;
  products: readonly TopSeller[];
  currency: Currency;
}) {
  const t = copy(view.locale).desk.today;
  if (products.length === 0) return <p class="soft">{t.topNone}</p>;
  return (
    <ol class="desk-list desk-ranked">
      {products.map(({ productId, name, units, revenue }) => (
        <li key={productId}>
          <a href={`/desk/products/${productId}`}>{name}</a>
          <span class="desk-list-end">
            <span class="soft small">{t.units(units)}</span>
            <strong>{formatMoney(view.locale, { amount: revenue, currency })}</strong>
          </span>
        </li>
      ))}
    </ol>
  );
}
