import { copy } from "../copy/mod.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Button, LinkButton } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { formatMoment, Moment } from "../kit/moment.tsx";
import { Notice, RefusalNotice } from "../kit/notice.tsx";
import { Steps } from "../kit/steps.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { AddressText } from "./address_fields.tsx";
import { Amounts } from "./amounts.tsx";
import { OrderBadge } from "./order_badge.tsx";
import { type OrderLine, OrderLines } from "./order_lines.tsx";
import { Parcel, type ParcelFacts } from "./parcel.tsx";
import { PayInstructions, type PaymentClaim, type PayTo } from "./pay_instructions.tsx";
import type { Address, OrderState } from "./types.ts";

export interface OrderFacts {
  readonly number: string;
  readonly state: OrderState;
  readonly sellerName: string;
  readonly currency: Currency;
  readonly lines: readonly OrderLine[];
  /** Minor units, as are shipping and refunded. */
  readonly goods: number;
  readonly shipping: number;
  readonly refunded: number;
  readonly depositorName: string;
  readonly address?: Address | null;
  readonly phone?: string | null;
  /** Moments are ISO 8601. */
  readonly placedAt: string;
  readonly dueAt: string;
  readonly paidAt?: string | null;
  readonly cancelledAt?: string | null;
  readonly cancelledBy?: "shopper" | "seller" | "time" | null;
  readonly parcel?: ParcelFacts | null;
}

export interface OrderPageProps {
  view: View;
  order: OrderFacts;
  payTo: PayTo;
  /** Newest first. */
  claims: readonly PaymentClaim[];
  /** It was placed a moment ago. */
  placed?: boolean;
  /** Numbers of the orders that were placed with it. */
  others?: readonly string[];
  fault?: Fault;
}

export function OrderPage(props: OrderPageProps) {
  const { view, order, payTo, claims, placed, others = [], fault } = props;
  const { order: t, orders } = copy(view.locale);
  return (
    <div class="narrow">
      <Breadcrumb view={view} crumbs={[{ text: orders.title, href: "/orders" }]} />
      {placed && <Placed view={view} others={others} />}
      <div class="page-head order-head">
        <h1>{t.title(order.number)}</h1>
        <p>
          <OrderBadge view={view} state={order.state} />{" "}
          <span class="soft small">
            {t.soldBy(order.sellerName)} · <Moment view={view} at={order.placedAt} />
          </span>
        </p>
      </div>
      <div class="stack">
        <RefusalNotice view={view} fault={fault} />
        <Progress view={view} order={order} />
        {order.state === "awaiting_payment" && (
          <PayInstructions view={view} order={order} payTo={payTo} claims={claims} fault={fault} />
        )}
        {order.parcel && <Parcel view={view} parcel={order.parcel} />}
        <section class="panel">
          <h2>{t.lines}</h2>
          <OrderLines view={view} lines={order.lines} currency={order.currency} />
          <Amounts view={view} {...order} />
        </section>
        {order.address && (
          <section class="panel">
            <h2>{t.shipTo}</h2>
            <AddressText view={view} address={order.address} phone={order.phone} />
          </section>
        )}
        <OrderActions view={view} order={order} />
      </div>
    </div>
  );
}

function Placed({ view, others }: { view: View; others: readonly string[] }) {
  const t = copy(view.locale).order;
  return (
    <Notice tone="good" role="status" title={t.placed}>
      <p>{t.placedText}</p>
      {others.length > 0 && (
        <p>
          {t.others}:{" "}
          {others.map((number) => (
            <a key={number} class="spaced" href={`/orders/${number}`}>{number}</a>
          ))}
        </p>
      )}
    </Notice>
  );
}

function Progress({ view, order }: { view: View; order: OrderFacts }) {
  const t = copy(view.locale).order;
  const { state, cancelledBy, placedAt, paidAt, parcel } = order;
  if (state === "cancelled") {
    return <Notice title={cancelledBy ? t.cancelledBy[cancelledBy] : undefined} />;
  }
  if (state === "refunded") return null;
  const day = (at?: string | null) => at ? formatMoment(view, at, "short") : undefined;
  return (
    <div class="panel">
      <Steps
        label={t.steps}
        reached={["awaiting_payment", "paid", "shipped", "delivered"].indexOf(state) + 1}
        steps={[
          { text: t.stepPlaced, when: day(placedAt) },
          { text: t.stepPaid, when: day(paidAt) },
          { text: t.stepShipped, when: day(parcel?.shippedAt) },
          { text: t.stepDelivered, when: day(parcel?.deliveredAt) },
        ]}
      />
    </div>
  );
}

function OrderActions({ view, order: { number, state } }: { view: View; order: OrderFacts }) {
  const t = copy(view.locale).order;
  return (
    <div class="order-actions">
      <p class="actions">
        <LinkButton href={`/orders/${number}/receipt`} kind="secondary" icon="print">
          {t.receipt}
        </LinkButton>
      </p>
      <Form view={view} action={`/orders/${number}/again`}>
        <Button kind="secondary" icon="cart">{t.again}</Button>
      </Form>
      {state === "awaiting_payment" && (
        <details class="confirm">
          <summary class="button button-quiet">{t.cancel}</summary>
          <div class="panel">
            <p>{t.cancelText}</p>
            <Form view={view} action={`/orders/${number}/cancellation`}>
              <Button kind="danger">{t.cancelNow}</Button>
            </Form>
          </div>
        </details>
      )}
    </div>
  );
}
