import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import type { Currency, PictureFile, View } from "../kit/view.ts";
import { Amounts } from "./amounts.tsx";

export interface OrderPreview {
  readonly sellerName: string;
  readonly currency: Currency;
  readonly lines: readonly {
    readonly name: string;
    readonly options: string;
    readonly quantity: number;
    /** Minor units of one. */
    readonly unitPrice: number;
    readonly picture?: PictureFile | null;
  }[];
  /** Minor units. */
  readonly goods: number;
  /** Minor units; `null` while the address that decides it is not known. */
  readonly shipping: number | null;
}

/** One order to be: its lines and what they come to. */
export function CheckoutOrder({ view, order, many }: {
  view: View;
  order: OrderPreview;
  many: boolean;
}) {
  const t = copy(view.locale).checkout;
  const { currency, lines, goods, shipping } = order;
  return (
    <section class="preview">
      <h3>{many ? t.orderOf(order.sellerName) : order.sellerName}</h3>
      <ul class="preview-lines">
        {lines.map(({ name, options, quantity, unitPrice, picture }, place) => (
          <li key={place} class="preview-line">
            <Picture file={picture && { ...picture, alt: "" }} instead={name} />
            <span class="preview-text">
              <span>{name}</span>
              <span class="soft small">
                {[options, `× ${quantity}`].filter(Boolean).join(" · ")}
              </span>
            </span>
            <span>{formatMoney(view.locale, { amount: unitPrice * quantity, currency })}</span>
          </li>
        ))}
      </ul>
      <Amounts view={view} currency={currency} goods={goods} shipping={shipping} sum={t.total} />
    </section>
  );
}
