import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Notice, RefusalNotice } from "../kit/notice.tsx";
import type { Fault, Money, View } from "../kit/view.ts";
import { CartLine, type CartLineProps } from "./cart_line.tsx";

export interface CartGroup {
  readonly sellerName: string;
  readonly lines: readonly CartLineProps["line"][];
  readonly goods: Money;
  /** What shipping will cost to the address that is known; absent while none is. */
  readonly shipping?: Money;
}

export interface CartProps {
  view: View;
  groups: readonly CartGroup[];
  /** Of all lines, one a currency. */
  totals: readonly Money[];
  /** Lines whose time ran out since they were last seen. */
  lapsed?: readonly { productId: string; name: string }[];
  /** Lines of an earlier order that could not be held again as they were, in units. */
  missed?: readonly { productId: string; name: string; wanted: number; got: number }[];
  /** Places in line. */
  waiting: number;
  /** The show that the last line came from. */
  showId?: string;
  fault?: Fault;
  /** The line that was refused, when it was one. */
  faultHoldId?: string;
}

export function Cart(props: CartProps) {
  const { view, groups, totals, lapsed = [], missed = [], waiting, showId } = props;
  const { fault, faultHoldId } = props;
  const t = copy(view.locale).cart;
  const lineFault = fault && faultHoldId ? fault : undefined;
  return (
    <>
      <div class="page-head">
        <h1>{t.title}</h1>
        {groups.length > 0 && <p class="soft">{t.lead}</p>}
      </div>
      <div class="stack">
        {!lineFault && <RefusalNotice view={view} fault={fault} />}
        <Missed view={view} missed={missed} />
        <Lapsed view={view} lapsed={lapsed} />
        {waiting > 0 && (
          <Notice>
            <a href="/waitlist">{t.waiting(waiting)}</a>
          </Notice>
        )}
      </div>
      {groups.length === 0 ? <EmptyCart view={view} /> : (
        <div class="two-columns">
          <div class="stack">
            {groups.map((group) => (
              <section class="panel" key={group.sellerName}>
                <div class="section-head">
                  <h2>{group.sellerName}</h2>
                  <GroupAmounts view={view} group={group} />
                </div>
                <ul class="lines">
                  {group.lines.map((line) => (
                    <CartLine
                      key={line.holdId}
                      view={view}
                      line={line}
                      fault={line.holdId === faultHoldId ? lineFault : undefined}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <CartSide view={view} totals={totals} sellers={groups.length} showId={showId} />
        </div>
      )}
    </>
  );
}

function GroupAmounts({ view, group: { goods, shipping } }: { view: View; group: CartGroup }) {
  const { checkout: t } = copy(view.locale);
  return (
    <span class="soft small">
      {formatMoney(view.locale, goods)}
      {shipping && (
        ` · ${t.shipping} ${shipping.amount === 0 ? t.free : formatMoney(view.locale, shipping)}`
      )}
    </span>
  );
}

interface SideProps {
  view: View;
  totals: readonly Money[];
  sellers: number;
  showId?: string;
}

function CartSide(props: SideProps) {
  const { view, totals } = props;
  return (
    <div class="side">
      <CartSummary {...props} />
      <div class="buy-bar">
        <Totals view={view} totals={totals} />
        <Button form="cart-summary" size="large" wide>{copy(view.locale).cart.checkout}</Button>
      </div>
    </div>
  );
}

/** What the chosen lines come to; their boxes belong to this form. Stands in `#cart-summary`. */
export function CartSummary({ view, totals, sellers, showId }: SideProps) {
  const t = copy(view.locale).cart;
  return (
    <form id="cart-summary" class="panel summary" method="get" action="/checkout">
      <h2>{t.summary}</h2>
      <dl class="amounts">
        <div class="amount amount-total">
          <dt>{t.total}</dt>
          <dd>
            <Totals view={view} totals={totals} />
          </dd>
        </div>
      </dl>
      <p class="soft small">{t.shippingLater}</p>
      {sellers > 1 && <p class="soft small">{t.orderEach}</p>}
      {showId && <a class="small" href={`/shows/${showId}`}>{t.backToShow}</a>}
    </form>
  );
}

function Totals({ view, totals }: { view: View; totals: readonly Money[] }) {
  return (
    <span class="totals">
      {totals.map((total) => (
        <strong key={total.currency} data-total={total.currency}>
          {formatMoney(view.locale, total)}
        </strong>
      ))}
    </span>
  );
}

function Lapsed({ view, lapsed }: { view: View; lapsed: NonNullable<CartProps["lapsed"]> }) {
  const t = copy(view.locale).cart;
  if (lapsed.length === 0) return null;
  return (
    <Notice tone="warn" title={t.lapsed}>
      <ul>
        {lapsed.map(({ productId, name }) => (
          <li key={productId}>
            <a href={`/products/${productId}`}>{name}</a>
          </li>
        ))}
      </ul>
      <p class="small">{t.lapsedText}</p>
    </Notice>
  );
}

function Missed({ view, missed }: { view: View; missed: NonNullable<CartProps["missed"]> }) {
  const t = copy(view.locale).cart;
  if (missed.length === 0) return null;
  return (
    <Notice tone="warn" title={t.missed}>
      <ul>
        {missed.map(({ productId, name, wanted, got }) => (
          <li key={productId}>
            <a href={`/products/${productId}`}>{name}</a> · {t.missedUnits(got, wanted)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function EmptyCart({ view }: { view: View }) {
  const t = copy(view.locale).cart;
  return (
    <Empty icon="cart" title={t.empty} text={t.emptyText}>
      <p class="actions">
        <LinkButton href="/">{t.toLive}</LinkButton>
        <LinkButton href="/store" kind="secondary">{t.toStore}</LinkButton>
      </p>
    </Empty>
  );
}
