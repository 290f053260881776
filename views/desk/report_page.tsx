import type { PlaybackFigures } from "../../src/playback/figures.ts";
import { copy } from "../copy/mod.ts";
import { LinkButton } from "../kit/button.tsx";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import type { Currency, View } from "../kit/view.ts";
import type { ShowState } from "../shop/types.ts";
import { DeskPage, Panel } from "./desk_page.tsx";
import { ReportPlayback } from "./report_playback.tsx";
import { type ReportedProduct, ReportProducts } from "./report_products.tsx";
import { ShowBadge } from "./show_badge.tsx";

/** What a show has brought. Moments are ISO 8601, amounts in minor units. */
export interface ShowReport {
  readonly id: string;
  readonly title: string;
  readonly state: ShowState;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** The most who watched at once. */
  readonly viewersPeak: number;
  readonly messages: number;
  /** People who wrote them. */
  readonly writers: number;
  /** Lines that were put into carts while it was on air. */
  readonly holds: number;
  readonly unitsHeld: number;
  readonly orders: number;
  readonly buyers: number;
  readonly revenue: number;
  /** Those that brought most come first. */
  readonly products: readonly ReportedProduct[];
  readonly playback: PlaybackFigures;
}

interface Props {
  view: View;
  report: ShowReport;
  currency: Currency;
  /** The shop has a media server. */
  plays: boolean;
}

/** What a show has brought: who watched, what was said, held, ordered and paid, how it played. */
export function ReportPage({ view, report, currency, plays }: Props) {
  const { report: t, shows } = copy(view.locale).desk;
  return (
    <DeskPage
      view={view}
      title={t.title}
      beside={<ShowBadge view={view} state={report.state} />}
      lead={<When view={view} report={report} />}
      crumbs={[
        { text: shows.title, href: "/desk/shows" },
        { text: report.title, href: `/desk/shows/${report.id}` },
      ]}
      actions={
        <LinkButton href={`/shows/${report.id}`} kind="secondary" size="small" icon="eye">
          {shows.open}
        </LinkButton>
      }
    >
      <Figures view={view} report={report} currency={currency} />
      <Panel title={t.products}>
        <ReportProducts view={view} products={report.products} currency={currency} />
      </Panel>
      {plays && <ReportPlayback view={view} playback={report.playback} />}
    </DeskPage>
  );
}

function When({ view, report: { startedAt, endedAt } }: Pick<Props, "view" | "report">) {
  const { report: t, shows } = copy(view.locale).desk;
  if (!startedAt) return <>{t.notYet}</>;
  return (
    <>
      {shows.startedAt} <Moment view={view} at={startedAt} />
      {endedAt && (
        <>
          {" · "}
          {shows.endedAt} <Moment view={view} at={endedAt} />
        </>
      )}
    </>
  );
}

function Figures({ view, report, currency }: Omit<Props, "plays">) {
  const t = copy(view.locale).desk.report;
  const count = (figure: number) => figure.toLocaleString(view.locale);
  const { viewersPeak, messages, writers, holds, unitsHeld, orders, buyers, revenue } = report;
  const figures: [name: string, figure: string, more?: string][] = [
    [t.revenue, formatMoney(view.locale, { amount: revenue, currency }), t.revenueText],
    [t.orders, count(orders), t.buyers(count(buyers), buyers)],
    [t.holds, count(holds), t.units(count(unitsHeld), unitsHeld)],
    [t.peak, count(viewersPeak), t.peakText],
    [t.messages, count(messages), t.writers(count(writers), writers)],
  ];
  return (
    <dl class="desk-figures desk-figures-all">
      {figures.map(([name, figure, more]) => (
        <div key={name} class="panel">
          <dt>{name}</dt>
          <dd class="desk-figure">{figure}</dd>
          {more && <dd class="desk-change soft">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}
