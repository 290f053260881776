import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { Confirm } from "./confirm.tsx";
import { DeskPage, Panel } from "./desk_page.tsx";
import { ShowBadge } from "./show_badge.tsx";
import { type Encoder, ShowEncoder } from "./show_encoder.tsx";
import { ShowFields, type ShowValues } from "./show_fields.tsx";
import { ShowGoods } from "./show_goods.tsx";
import { ShowPicture } from "./show_picture.tsx";
import type { Choice, DeskShow, ShowProduct } from "./types.ts";

export interface DeskShowProps {
  view: View;
  show: DeskShow;
  values: ShowValues;
  currency: Currency;
  /** In their order. */
  products: readonly ShowProduct[];
  /** Products that could be added. */
  others: readonly Choice[];
  /** Absent in a shop without a media server. */
  encoder?: Encoder;
  done?: string;
  fault?: Fault;
}

/** Everything about one show: on air it is the console, before and after it is the plan. */
export function DeskShowPage(props: DeskShowProps) {
  const { view, show, values, currency, products, others, encoder, done, fault } = props;
  const t = copy(view.locale).desk.shows;
  const path = `/desk/shows/${show.id}`;
  return (
    <DeskPage
      view={view}
      title={show.title}
      beside={<ShowBadge view={view} state={show.state} />}
      lead={<When view={view} show={show} />}
      crumbs={[{ text: t.title, href: "/desk/shows" }]}
      actions={<Actions view={view} show={show} />}
      done={done}
      fault={fault}
    >
      <div class="desk-columns">
        <ShowGoods
          view={view}
          show={show}
          products={products}
          others={others}
          currency={currency}
          fault={fault}
        />
        <div class="stack">
          {encoder && <ShowEncoder view={view} show={show} encoder={encoder} />}
          <Panel title={t.details} id="details">
            <Form view={view} action={path} class="stack">
              <ShowFields view={view} values={values} currency={currency} fault={fault} />
              <div class="actions">
                <Button kind="secondary">{copy(view.locale).desk.save}</Button>
              </div>
            </Form>
          </Panel>
          <ShowPicture view={view} show={show} fault={fault} />
          <Leaving view={view} show={show} />
        </div>
      </div>
    </DeskPage>
  );
}

function When({ view, show }: { view: View; show: DeskShow }) {
  const t = copy(view.locale).desk.shows;
  const { startsAt, startedAt, endedAt, viewersPeak } = show;
  return (
    <>
      {startedAt ? t.startedAt : t.startsAt} <Moment view={view} at={startedAt ?? startsAt} />
      {endedAt && (
        <>
          {" · "}
          {t.endedAt} <Moment view={view} at={endedAt} />
        </>
      )}
      {viewersPeak > 0 && ` · ${t.viewersPeak(viewersPeak.toLocaleString(view.locale))}`}
    </>
  );
}

function Actions({ view, show }: { view: View; show: DeskShow }) {
  const t = copy(view.locale).desk.shows;
  const path = `/desk/shows/${show.id}`;
  return (
    <>
      <LinkButton href={`/shows/${show.id}`} kind="secondary" size="small" icon="eye">
        {t.open}
      </LinkButton>
      {(show.state === "live" || show.state === "scheduled") && (
        <LinkButton href={`${path}/air`} kind="secondary" size="small" icon="line">
          {copy(view.locale).desk.air.link}
        </LinkButton>
      )}
      {show.startedAt && (
        <LinkButton href={`${path}/report`} kind="secondary" size="small" icon="receipt">
          {copy(view.locale).desk.report.link}
        </LinkButton>
      )}
      {show.state === "scheduled" && (
        <Form view={view} action={`${path}/airing`}>
          <Button icon="play" size="small">{t.start}</Button>
        </Form>
      )}
      {show.state === "live" && (
        <Confirm
          view={view}
          action={`${path}/ending`}
          title={t.end}
          text={t.endText}
          now={t.endNow}
        />
      )}
    </>
  );
}

/** What ends a plan: cancelling it for everybody to see, or taking it away. */
function Leaving({ view, show }: { view: View; show: DeskShow }) {
  const t = copy(view.locale).desk.shows;
  const path = `/desk/shows/${show.id}`;
  if (show.state === "live") return null;
  return (
    <div class="actions">
      {show.state === "scheduled" && (
        <Confirm
          view={view}
          action={`${path}/cancellation`}
          title={t.cancel}
          text={t.cancelText}
          now={t.cancelNow}
          kind="secondary"
        />
      )}
      <Confirm
        view={view}
        action={`${path}/deletion`}
        title={t.delete}
        text={t.deleteText}
        now={t.deleteNow}
        icon="trash"
      />
    </div>
  );
}
