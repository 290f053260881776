import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Select } from "../kit/field.tsx";
import { formatMoment, Moment } from "../kit/moment.tsx";
import { Pagination } from "../kit/pagination.tsx";
import { Picture } from "../kit/picture.tsx";
import { Price } from "../kit/money.tsx";
import type { Money, PictureFile, View } from "../kit/view.ts";
import { OrderBadge } from "./order_badge.tsx";
import type { OrderState } from "./types.ts";

export interface OrderSummary {
  readonly number: string;
  readonly state: OrderState;
  readonly sellerName: string;
  /** ISO 8601. */
  readonly placedAt: string;
  /** ISO 8601. */
  readonly dueAt: string;
  readonly total: Money;
  readonly firstLine: string;
  readonly lines: number;
  readonly picture?: PictureFile | null;
}

export interface OrdersProps {
  view: View;
  orders: readonly OrderSummary[];
  /** What the list is narrowed to. */
  state?: OrderState;
  /** `"2026-11"`. */
  month?: string;
  /** Months in which this person has ordered, `"2026-11"`, newest first. */
  months: readonly string[];
  page: number;
  pages: number;
}

export function Orders({ view, orders, state, month, months, page, pages }: OrdersProps) {
  const t = copy(view.locale).orders;
  const narrowed = state !== undefined || month !== undefined;
  return (
    <div class="narrow">
      <h1>{t.title}</h1>
      {(orders.length > 0 || narrowed) && (
        <Filter view={view} state={state} month={month} months={months} />
      )}
      {orders.length === 0 ? <NoOrders view={view} narrowed={narrowed} /> : (
        <ul class="orders">
          {orders.map((order) => <OrderRow key={order.number} view={view} order={order} />)}
        </ul>
      )}
      <Pagination
        view={view}
        page={page}
        pages={pages}
        href={(to) =>
          `/orders?${new URLSearchParams({ ...kept({ state, month }), page: `${to}` })}`}
      />
    </div>
  );
}

function OrderRow({ view, order }: { view: View; order: OrderSummary }) {
  const t = copy(view.locale).orders;
  return (
    <li>
      <a class="panel order-row" href={`/orders/${order.number}`}>
        <Picture file={order.picture && { ...order.picture, alt: "" }} instead={order.firstLine} />
        <span class="order-row-text">
          <span class="order-row-head">
            <OrderBadge view={view} state={order.state} />
            <span class="soft small">
              <Moment view={view} at={order.placedAt} style="day" />
            </span>
          </span>
          <strong>
            {order.firstLine}
            {order.lines > 1 && <span class="soft">{` ${t.more(order.lines - 1)}`}</span>}
          </strong>
          <span class="soft small">
            {order.sellerName} · <span class="unbroken">{order.number}</span>
          </span>
          <Price view={view} money={order.total} />
          {order.state === "awaiting_payment" && (
            <span class="small order-row-due">
              {t.payBy} <Moment view={view} at={order.dueAt} />
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

function Filter({ view, state, month, months }: Omit<OrdersProps, "orders" | "page" | "pages">) {
  const { orders: t, orderStates } = copy(view.locale);
  return (
    <form class="filter" method="get" action="/orders">
      <Select
        view={view}
        name="state"
        label={t.state}
        value={state}
        none={t.any}
        options={Object.entries(orderStates).map(([value, text]) => ({ value, text }))}
      />
      <Select
        view={view}
        name="month"
        label={t.month}
        value={month}
        none={t.any}
        options={months.map((value) => ({
          value,
          text: formatMoment(view, `${value}-15T00:00:00Z`, "month"),
        }))}
      />
      <Button kind="secondary">{t.filter}</Button>
    </form>
  );
}

function NoOrders({ view, narrowed }: { view: View; narrowed: boolean }) {
  const { orders: t, home } = copy(view.locale);
  return narrowed
    ? (
      <Empty icon="receipt" title={t.noneMatch} text={t.noneMatchText}>
        <LinkButton href="/orders" kind="secondary">{t.clear}</LinkButton>
      </Empty>
    )
    : (
      <Empty icon="receipt" title={t.empty} text={t.emptyText}>
        <LinkButton href="/store">{home.goToStore}</LinkButton>
      </Empty>
    );
}

function kept(narrowing: { state?: string; month?: string }): Record<string, string> {
  return Object.fromEntries(
    Object.entries(narrowing).flatMap(([name, value]) => value ? [[name, value]] : []),
  );
}
