import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import { classes, type Currency, type View } from "../kit/view.ts";

/** Amounts in minor units. `Before` is the 7 days before the last 7. */
export interface WeekFigures {
  readonly revenue: number;
  readonly revenueBefore: number;
  readonly orders: number;
  readonly ordersBefore: number;
  readonly unpaid: number;
  readonly unpaidAmount: number;
  readonly toShip: number;
}

export function Figures({ view, figures, currency }: {
  view: View;
  figures: WeekFigures;
  currency: Currency;
}) {
  const t = copy(view.locale).desk.today;
  const money = (amount: number) => formatMoney(view.locale, { amount, currency });
  const { revenue, revenueBefore, orders, ordersBefore, unpaid, unpaidAmount, toShip } = figures;
  return (
    <dl class="desk-figures">
      <div class="panel">
        <dt>
          {t.revenue} <span class="soft">{t.figures}</span>
        </dt>
        <dd class="desk-figure">{money(revenue)}</dd>
        <dd class="desk-change">
          <Change view={view} now={revenue} before={revenueBefore} />
          <span class="soft">{t.before(money(revenueBefore))}</span>
        </dd>
      </div>
      <div class="panel">
        <dt>
          {t.placed} <span class="soft">{t.figures}</span>
        </dt>
        <dd class="desk-figure">{orders}</dd>
        <dd class="desk-change">
          <Change view={view} now={orders} before={ordersBefore} />
          <span class="soft">{t.before(String(ordersBefore))}</span>
        </dd>
      </div>
      <div class="panel">
        <dt>
          <a href="/desk/orders?state=awaiting_payment">{t.unpaid}</a>
        </dt>
        <dd class="desk-figure">{unpaid}</dd>
        <dd class="desk-change soft">{money(unpaidAmount)}</dd>
      </div>
      <div class="panel">
        <dt>
          <a href="/desk/orders?state=paid">{t.toShip}</a>
        </dt>
        <dd class="desk-figure">{toShip}</dd>
      </div>
    </dl>
  );
}

function Change({ view, now, before }: { view: View; now: number; before: number }) {
  const t = copy(view.locale).desk.today;
  if (before === 0) return null;
  const percent = Math.round((now - before) * 100 / before);
  const text = percent > 0 ? t.up(percent) : percent < 0 ? t.down(-percent) : t.same;
  return (
    <span class={classes(percent > 0 && "desk-up", percent < 0 && "desk-down")}>
      {text}
    </span>
  );
}
