import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Form } from "../kit/form.tsx";
import { Icon } from "../kit/icon.tsx";
import { Pagination } from "../kit/pagination.tsx";
import type { Fault, View } from "../kit/view.ts";
import type { OrderState } from "../shop/types.ts";
import { DeskPage } from "./desk_page.tsx";
import { OrderTable } from "./order_table.tsx";
import type { OrderSummary } from "./types.ts";

export interface OrderFilter {
  readonly q: string;
  /** Empty for all. */
  readonly state: OrderState | "";
}

export interface OrderListProps {
  view: View;
  orders: readonly OrderSummary[];
  filter: OrderFilter;
  /** How many orders there are in each state, whatever is searched for. */
  counts: Readonly<Partial<Record<OrderState, number>>>;
  page: number;
  pages: number;
  /** May confirm payments; those who only pack may not. */
  sells: boolean;
  done?: string;
  fault?: Fault;
}

const states: readonly OrderState[] = [
  "awaiting_payment",
  "paid",
  "shipped",
  "delivered",
  "cancelled",
  "refunded",
];

export function OrderList(props: OrderListProps) {
  const { view, orders, filter, counts, page, pages, sells, done, fault } = props;
  const { desk } = copy(view.locale);
  const t = desk.orders;
  const none = Object.values(counts).every((count) => !count);
  const confirmable = sells && orders.some(({ state }) => state === "awaiting_payment");
  const table = <OrderTable view={view} orders={orders} tick={confirmable} />;
  return (
    <DeskPage view={view} title={t.title} done={done} fault={fault}>
      {none && !filter.q ? <Empty icon="receipt" title={t.empty} text={t.emptyText} /> : (
        <>
          <Filter view={view} filter={filter} />
          <States view={view} filter={filter} counts={counts} />
          {orders.length === 0 && (
            <Empty icon="search" title={t.noneMatch} text={t.noneMatchText}>
              <LinkButton href="/desk/orders" kind="secondary">{desk.clear}</LinkButton>
            </Empty>
          )}
          {orders.length > 0 && !confirmable && table}
          {confirmable && (
            <Form view={view} action="/desk/orders/payments" class="desk-bulk">
              <input type="hidden" name="from" value={address(filter, page)} />
              {table}
              <div class="desk-bulk-bar">
                <span class="small">{desk.chosen}</span>
                <Button size="small">{t.confirmChosen}</Button>
              </div>
              <p class="soft small">{t.confirmChosenText}</p>
            </Form>
          )}
          <Pagination view={view} page={page} pages={pages} href={(to) => address(filter, to)} />
        </>
      )}
    </DeskPage>
  );
}

function Filter({ view, filter }: Pick<OrderListProps, "view" | "filter">) {
  const t = copy(view.locale).desk.orders;
  return (
    <form class="search desk-search" method="get" action="/desk/orders" role="search">
      <label class="hidden-text" for="desk-search">{t.find}</label>
      <input
        id="desk-search"
        type="search"
        name="q"
        value={filter.q}
        placeholder={t.find}
        maxlength={100}
      />
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <button type="submit" aria-label={copy(view.locale).desk.search}>
        <Icon name="search" />
      </button>
    </form>
  );
}

function States({ view, filter, counts }: Pick<OrderListProps, "view" | "filter" | "counts">) {
  const { desk, orderStates } = copy(view.locale);
  const here = (state: OrderFilter["state"]) =>
    state === filter.state ? "page" as const : undefined;
  return (
    <nav class="tabs desk-tabs" aria-label={desk.orders.states}>
      <a href={address({ ...filter, state: "" }, 1)} aria-current={here("")}>{desk.all}</a>
      {states.map((state) => (
        <a key={state} href={address({ ...filter, state }, 1)} aria-current={here(state)}>
          {orderStates[state]}
          {(state === "awaiting_payment" || state === "paid") && counts[state]
            ? <span class="desk-count">{counts[state]}</span>
            : null}
        </a>
      ))}
    </nav>
  );
}

/** The address of a page of the list. */
function address({ q, state }: OrderFilter, page: number) {
  const search = new URLSearchParams();
  if (state) search.set("state", state);
  if (q) search.set("q", q);
  if (page > 1) search.set("page", String(page));
  const text = search.toString();
  return text ? `/desk/orders?${text}` : "/desk/orders";
}
