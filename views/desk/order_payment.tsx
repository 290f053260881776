import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Select } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Notice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";
import { Panel } from "./desk_page.tsx";
import type { DeskClaim, DeskOrder } from "./types.ts";

interface Props {
  view: View;
  order: DeskOrder;
  path: string;
  fault?: Fault;
}

/** An unpaid order: what the buyer says, and whether the money is there. */
export function OrderPayment({ view, order, path, fault }: Props) {
  const { desk, order: shop } = copy(view.locale);
  const t = desk.orders;
  const { currency, goods, shipping, depositorName, dueAt, remindedAt, claims } = order;
  const total = { amount: goods + shipping, currency };
  return (
    <Panel title={t.pay} class="desk-payment">
      {claims.length === 0 && <p class="soft">{t.noClaim}</p>}
      {claims.map((claim) => <Claim key={claim.at} view={view} claim={claim} />)}
      <dl class="facts">
        <dt>{t.total}</dt>
        <dd>{formatMoney(view.locale, total)}</dd>
        <dt>{t.depositor}</dt>
        <dd>{depositorName}</dd>
        <dt>{t.dueAt}</dt>
        <dd>
          <Moment view={view} at={dueAt} />
        </dd>
        {remindedAt && (
          <>
            <dt>{t.reminded}</dt>
            <dd>
              <Moment view={view} at={remindedAt} />
            </dd>
          </>
        )}
      </dl>
      <Form view={view} action={`${path}/payment`} class="desk-line-form">
        <Select
          view={view}
          name="method"
          label={t.method}
          value={claims[0]?.method}
          options={(["bank", "zelle", "venmo"] as const).map((value) => ({
            value,
            text: shop.methods[value],
          }))}
          fault={fault}
        />
        <Button icon="check">{t.confirm}</Button>
      </Form>
      <Form view={view} action={`${path}/reminders`}>
        <Button kind="secondary" size="small">{t.remind}</Button>
      </Form>
    </Panel>
  );
}

function Claim({ view, claim }: { view: View; claim: DeskClaim }) {
  const { desk, order: shop } = copy(view.locale);
  const { method, note, picture, at } = claim;
  return (
    <Notice tone="good" title={desk.orders.claim(shop.methods[method])}>
      <p class="soft small">
        <Moment view={view} at={at} />
      </p>
      {note && <p class="prose-plain">{note}</p>}
      {picture && (
        <a href={picture.src} target="_blank" rel="noreferrer">{desk.orders.claimPicture}</a>
      )}
    </Notice>
  );
}
