import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import type { Currency, Locale, View } from "../kit/view.ts";

export interface DayRevenue {
  /** `YYYY-MM-DD` in the shop's zone. */
  readonly day: string;
  /** Paid on that day, less what was refunded since; minor units. */
  readonly revenue: number;
  /** The same of the day a week before. */
  readonly before: number;
}

interface Props {
  view: View;
  days: readonly DayRevenue[];
  currency: Currency;
}

const height = 150;
const step = 64;
const bar = 26;

/** Bars for those who see them, and the same figures as a table for those who do not. */
export function TodayChart({ view, days, currency }: Props) {
  const t = copy(view.locale).desk.today;
  const money = (amount: number) => formatMoney(view.locale, { amount, currency });
  const most = Math.max(1, ...days.flatMap(({ revenue, before }) => [revenue, before]));
  const tall = (amount: number) => Math.round(Math.max(0, amount) * height / most);
  return (
    <figure class="desk-chart">
      <svg viewBox={`0 0 ${days.length * step} ${height + 44}`} aria-hidden="true">
        {days.map(({ day, revenue, before }, place) => (
          <g key={day} transform={`translate(${place * step + step / 2} 20)`}>
            <Bar class="chart-before" x={-bar + 2} tall={tall(before)} wide={bar - 6} />
            <Bar class="chart-now" x={-2} tall={tall(revenue)} wide={bar} />
            <text class="chart-day" y={height + 18}>{dayName(view.locale, day)}</text>
          </g>
        ))}
        <path class="chart-floor" d={`M0 ${height + 20.5}h${days.length * step}`} />
      </svg>
      <figcaption class="chart-legend" aria-hidden="true">
        <span class="chart-key chart-key-now">{t.chartNow}</span>
        <span class="chart-key chart-key-before">{t.chartBefore}</span>
      </figcaption>
      <table class="hidden-text">
        <caption>{t.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.chartNow}</th>
            <th scope="col">{t.chartBefore}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, revenue, before }) => (
            <tr key={day}>
              <th scope="row">{dayName(view.locale, day)}</th>
              <td>{money(revenue)}</td>
              <td>{money(before)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface BarProps {
  class: string;
  x: number;
  tall: number;
  wide: number;
}

function Bar({ class: name, x, tall, wide }: BarProps) {
  return <rect class={name} x={x} y={height - tall} width={wide} height={tall} rx={3} />;
}

// A day is a date, not a moment: it has no zone to be shown in.
const weekdays: Record<Locale, Intl.DateTimeFormat> = {
  ko: new Intl.DateTimeFormat("ko-KR", { weekday: "short", day: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-US", { weekday: "short", day: "numeric", timeZone: "UTC" }),
};

function dayName(locale: Locale, day: string) {
  return weekdays[locale].format(new Date(`${day}T00:00:00Z`));
}
