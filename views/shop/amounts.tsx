import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import type { Currency, View } from "../kit/view.ts";

interface Props {
  view: View;
  currency: Currency;
  /** Minor units, all of them. */
  goods: number;
  /** `null` while the address that decides it is not known. */
  shipping: number | null;
  refunded?: number;
  /** What the sum is called; it is the total of an order by default. */
  sum?: string;
}

/** Goods, shipping and total: the same rows at checkout, in an order and on a receipt. */
export function Amounts({ view, currency, goods, shipping, refunded = 0, sum }: Props) {
  const { checkout: t, order } = copy(view.locale);
  const money = (amount: number) => formatMoney(view.locale, { amount, currency });
  return (
    <dl class="amounts">
      <div class="amount">
        <dt>{t.goods}</dt>
        <dd>{money(goods)}</dd>
      </div>
      <div class="amount">
        <dt>{t.shipping}</dt>
        <dd>{shipping === null ? t.byAddress : shipping === 0 ? t.free : money(shipping)}</dd>
      </div>
      {refunded > 0 && (
        <div class="amount">
          <dt>{order.refunded}</dt>
          <dd>−{money(refunded)}</dd>
        </div>
      )}
      <div class="amount amount-total">
        <dt>{sum ?? order.total}</dt>
        <dd>{money(goods + (shipping ?? 0) - refunded)}</dd>
      </div>
    </dl>
  );
}
