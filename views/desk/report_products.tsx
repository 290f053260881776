import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import type { Currency, View } from "../kit/view.ts";

/** What one product brought in a show. */
export interface ReportedProduct {
  readonly id: string;
  readonly name: string;
  readonly holds: number;
  readonly orders: number;
  /** Ordered and not cancelled. */
  readonly units: number;
  readonly revenue: number;
}

/** What each product brought, the most first. */
export function ReportProducts({ view, products, currency }: {
  view: View;
  products: readonly ReportedProduct[];
  currency: Currency;
}) {
  const t = copy(view.locale).desk.report;
  if (products.length === 0) return <p class="soft">{t.productsNone}</p>;
  const count = (figure: number) => figure.toLocaleString(view.locale);
  return (
    <table class="desk-table">
      <caption class="hidden-text">{t.products}</caption>
      <thead>
        <tr>
          <th scope="col">{t.product}</th>
          <th scope="col" class="number wide-only">{t.held}</th>
          <th scope="col" class="number wide-only">{t.ordered}</th>
          <th scope="col" class="number">{t.sold}</th>
          <th scope="col" class="number">{t.revenue}</th>
        </tr>
      </thead>
      <tbody>
        {products.map(({ id, name, holds, orders, units, revenue }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/desk/products/${id}`}>{name}</a>
            </th>
            <td class="number wide-only">{count(holds)}</td>
            <td class="number wide-only">{count(orders)}</td>
            <td class="number">{count(units)}</td>
            <td class="number">{formatMoney(view.locale, { amount: revenue, currency })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
