import { copy } from "../copy/mod.ts";
import { LinkButton } from "../kit/button.tsx";
import { formatMoment, Moment } from "../kit/moment.tsx";
import type { Currency, View } from "../kit/view.ts";
import { DeskPage, Panel } from "./desk_page.tsx";
import { ShowBadge } from "./show_badge.tsx";
import { type DayRevenue, TodayChart } from "./today_chart.tsx";
import { Figures, type WeekFigures } from "./today_figures.tsx";
import { LowStock, type LowVariant, TopProducts, type TopSeller } from "./today_lists.tsx";

export interface TodayProps {
  view: View;
  shopName: string;
  currency: Currency;
  /** Shows on air, the longest first. */
  live: readonly { id: string; title: string; startedAt: string }[];
  next: { id: string; title: string; startsAt: string } | null;
  figures: WeekFigures;
  /** The last 7 days of the shop's zone, oldest first, each with the day a week before. */
  days: readonly DayRevenue[];
  low: readonly LowVariant[];
  top: readonly TopSeller[];
  /** Neither products nor shows yet. */
  fresh: boolean;
}

export function Today(props: TodayProps) {
  const { view, shopName, currency, live, next, figures, days, low, top, fresh } = props;
  const t = copy(view.locale).desk.today;
  return (
    <DeskPage
      view={view}
      title={t.title}
      lead={`${shopName} · ${formatMoment(view, view.now, "day")}`}
    >
      {fresh ? <Welcome view={view} /> : <OnAir view={view} live={live} next={next} />}
      <Figures view={view} figures={figures} currency={currency} />
      <div class="desk-columns">
        <div class="stack">
          <Panel title={t.chart}>
            <TodayChart view={view} days={days} currency={currency} />
          </Panel>
          <Panel title={t.top}>
            <TopProducts view={view} products={top} currency={currency} />
          </Panel>
        </div>
        <Panel title={t.lowStock}>
          <LowStock view={view} variants={low} />
        </Panel>
      </div>
    </DeskPage>
  );
}

function OnAir({ view, live, next }: Pick<TodayProps, "view" | "live" | "next">) {
  const { today: t, shows } = copy(view.locale).desk;
  if (live.length > 0) {
    return (
      <ul class="desk-air">
        {live.map(({ id, title, startedAt }) => (
          <li key={id} class="desk-air-show panel">
            <ShowBadge view={view} state="live" />
            <div>
              <h2>{title}</h2>
              <p class="soft small">
                {t.since} <Moment view={view} at={startedAt} style="time" />
              </p>
            </div>
            <div class="actions">
              <LinkButton href={`/desk/shows/${id}/air`} size="small">{t.console}</LinkButton>
              <LinkButton href={`/shows/${id}`} kind="secondary" size="small">
                {t.watch}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <section class="panel desk-air-show">
      {next
        ? (
          <>
            <ShowBadge view={view} state="scheduled" />
            <div>
              <h2>{next.title}</h2>
              <p class="soft small">
                {t.next}: <Moment view={view} at={next.startsAt} />
              </p>
            </div>
            <LinkButton href={`/desk/shows/${next.id}`} kind="secondary" size="small">
              {t.console}
            </LinkButton>
          </>
        )
        : (
          <>
            <div>
              <h2>{t.noShow}</h2>
              <p class="soft small">{t.noShowText}</p>
            </div>
            <LinkButton href="/desk/shows/new" size="small" icon="plus">{shows.make}</LinkButton>
          </>
        )}
    </section>
  );
}

function Welcome({ view }: { view: View }) {
  const t = copy(view.locale).desk.today;
  return (
    <section class="panel desk-welcome">
      <h2>{t.welcome}</h2>
      <p class="soft">{t.welcomeText}</p>
      <ol>
        <li>
          <a href="/desk/products/new">{t.stepProduct}</a>
        </li>
        <li>
          <a href="/desk/shows/new">{t.stepShow}</a>
        </li>
        <li>{t.stepAir}</li>
      </ol>
    </section>
  );
}
