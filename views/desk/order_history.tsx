import { copy } from "../copy/mod.ts";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import type { View } from "../kit/view.ts";
import type { DeskOrder } from "./types.ts";

/** What happened to an order, oldest first. */
export function OrderHistory({ view, order }: { view: View; order: DeskOrder }) {
  const t = copy(view.locale).desk.orders;
  return (
    <ol class="desk-history">
      {order.events.map(({ what, at, amount, note, by }) => (
        <li key={what + at}>
          <strong>{t.events[what]}</strong>
          {amount !== undefined && (
            <span>{formatMoney(view.locale, { amount, currency: order.currency })}</span>
          )}
          {by && <span class="soft small">{t.cancelledBy[by]}</span>}
          <span class="soft small">
            <Moment view={view} at={at} />
          </span>
          {note && <p class="small prose-plain">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
