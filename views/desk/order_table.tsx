import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import type { View } from "../kit/view.ts";
import { OrderBadge } from "../shop/order_badge.tsx";
import { TickAll } from "./product_table.tsx";
import type { OrderSummary } from "./types.ts";

/** Orders to look through; those whose payment can be confirmed can be ticked. */
export function OrderTable({ view, orders, tick }: {
  view: View;
  orders: readonly OrderSummary[];
  tick: boolean;
}) {
  const t = copy(view.locale).desk.orders;
  return (
    <table class="desk-table desk-orders">
      <caption class="hidden-text">{t.title}</caption>
      <thead>
        <tr>
          {tick && <TickAll view={view} />}
          <th scope="col">{t.number}</th>
          <th scope="col" class="wide-only">{t.buyer}</th>
          <th scope="col" class="wide-only">{t.placedAt}</th>
          <th scope="col" class="wide-only">{t.state}</th>
          <th scope="col" class="number">{t.total}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => <Row key={order.number} view={view} order={order} tick={tick} />)}
      </tbody>
    </table>
  );
}

function Row({ view, order, tick }: { view: View; order: OrderSummary; tick: boolean }) {
  const { desk, orders: shop } = copy(view.locale);
  const { number, state, currency, total, buyer, depositorName, placedAt, claimed } = order;
  const payer = depositorName === buyer ? buyer : `${buyer} (${depositorName})`;
  const lines = order.moreLines > 0
    ? `${order.firstLine} ${shop.more(order.moreLines)}`
    : order.firstLine;
  const status = (
    <>
      <OrderBadge view={view} state={state} />
      {claimed && <Badge tone="accent">{desk.orders.claimed}</Badge>}
    </>
  );
  return (
    <tr>
      {tick && (
        <td class="desk-tick">
          {state === "awaiting_payment" && (
            <input
              type="checkbox"
              name="numbers"
              value={number}
              aria-label={desk.choose(number)}
            />
          )}
        </td>
      )}
      <th scope="row">
        <a class="desk-order-link" href={`/desk/orders/${number}`}>
          <span class="desk-number">{number}</span>
          <span class="soft small desk-clip">{lines}</span>
          <span class="soft small narrow-only">{payer}</span>
          <span class="soft small narrow-only">
            <Moment view={view} at={placedAt} />
          </span>
        </a>
      </th>
      <td class="wide-only">{payer}</td>
      <td class="wide-only small">
        <Moment view={view} at={placedAt} />
      </td>
      <td class="wide-only">
        <span class="desk-badges">{status}</span>
      </td>
      <td class="number">
        <strong>{formatMoney(view.locale, { amount: total, currency })}</strong>
        <span class="narrow-only desk-badges">{status}</span>
      </td>
    </tr>
  );
}
