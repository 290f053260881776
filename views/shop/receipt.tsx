import { copy } from "../copy/mod.ts";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Notice } from "../kit/notice.tsx";
import type { View } from "../kit/view.ts";
import { AddressText } from "./address_fields.tsx";
import { Amounts } from "./amounts.tsx";
import type { OrderFacts } from "./order_page.tsx";

/** An order on paper. */
export function Receipt({ view, order }: { view: View; order: OrderFacts }) {
  const { receipt: t, order: words } = copy(view.locale);
  const money = (amount: number) => formatMoney(view.locale, { amount, currency: order.currency });
  return (
    <article class="receipt panel">
      <h1>{t.heading}</h1>
      <dl class="facts">
        <dt>{t.number}</dt>
        <dd>{order.number}</dd>
        <dt>{words.seller}</dt>
        <dd>{order.sellerName}</dd>
        <dt>{words.orderedAt}</dt>
        <dd>
          <Moment view={view} at={order.placedAt} style="full" />
        </dd>
        {order.paidAt && (
          <>
            <dt>{t.paidAt}</dt>
            <dd>
              <Moment view={view} at={order.paidAt} style="full" />
            </dd>
          </>
        )}
        <dt>{t.buyer}</dt>
        <dd>
          {order.address
            ? <AddressText view={view} address={order.address} />
            : order.depositorName}
        </dd>
      </dl>
      {!order.paidAt && <Notice tone="warn" title={t.unpaid} />}
      <table class="receipt-lines">
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col" class="number">{t.quantity}</th>
            <th scope="col" class="number">{t.price}</th>
            <th scope="col" class="number">{t.amount}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line, place) => (
            <tr key={place}>
              <td>
                {line.name}
                {line.options && <span class="soft">, {line.options}</span>}
              </td>
              <td class="number">{line.quantity}</td>
              <td class="number">{money(line.unitPrice)}</td>
              <td class="number">{money(line.unitPrice * line.quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Amounts view={view} {...order} />
      <p class="soft small unprinted">{t.print}</p>
      <p class="unprinted">
        <a href={`/orders/${order.number}`}>{t.back}</a>
      </p>
    </article>
  );
}
