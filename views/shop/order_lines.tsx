import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import type { Currency, PictureFile, View } from "../kit/view.ts";

export interface OrderLine {
  readonly productId: string;
  readonly name: string;
  readonly options: string;
  readonly quantity: number;
  /** Units of it that were refunded. */
  readonly refunded: number;
  /** Minor units of one. */
  readonly unitPrice: number;
  readonly picture?: PictureFile | null;
}

export function OrderLines({ view, lines, currency }: {
  view: View;
  lines: readonly OrderLine[];
  currency: Currency;
}) {
  const t = copy(view.locale);
  const money = (amount: number) => formatMoney(view.locale, { amount, currency });
  return (
    <ul class="preview-lines">
      {lines.map((line, place) => (
        <li key={place} class="preview-line">
          <Picture file={line.picture && { ...line.picture, alt: "" }} instead={line.name} />
          <span class="preview-text">
            <a href={`/products/${line.productId}`}>{line.name}</a>
            <span class="soft small">
              {[line.options, `${money(line.unitPrice)} × ${line.quantity}`]
                .filter(Boolean).join(" · ")}
            </span>
            {line.refunded > 0 && (
              <span class="soft small">
                {t.orderStates.refunded}: {t.orders.units(line.refunded)}
              </span>
            )}
          </span>
          <span>{money(line.unitPrice * line.quantity)}</span>
        </li>
      ))}
    </ul>
  );
}
