import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Countdown } from "../kit/countdown.tsx";
import { Field, Select, TextArea } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Notice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";
import { CopyLine } from "./copy_line.tsx";
import type { OrderFacts } from "./order_page.tsx";

export type PaymentMethod = "bank" | "zelle" | "venmo";

/** Where the seller takes money; empty text where not at all. */
export type PayTo = Readonly<Record<PaymentMethod, string>>;

/** The buyer's word that the money is on its way. */
export interface PaymentClaim {
  readonly method: PaymentMethod;
  readonly note: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Props {
  view: View;
  order: OrderFacts;
  payTo: PayTo;
  claims: readonly PaymentClaim[];
  fault?: Fault;
}

export function PayInstructions({ view, order, payTo, claims, fault }: Props) {
  const t = copy(view.locale).order;
  const methods = methodsOf(payTo);
  const total = order.goods + order.shipping - order.refunded;
  return (
    <section class="panel pay">
      <h2>{t.pay}</h2>
      <Claimed view={view} claims={claims} />
      {methods.length === 0 ? <Notice tone="warn" title={t.noMethods} /> : (
        <dl class="facts">
          <dt>{t.amount}</dt>
          <dd>
            <CopyLine
              view={view}
              text={formatMoney(view.locale, { amount: total, currency: order.currency })}
              value={order.currency === "USD" ? (total / 100).toFixed(2) : String(total)}
              what={t.amount}
            />
          </dd>
          {methods.map((method) => (
            <>
              <dt>{t.methods[method]}</dt>
              <dd>
                <CopyLine view={view} text={payTo[method]} what={t.methods[method]} />
              </dd>
            </>
          ))}
          <dt>{t.depositor}</dt>
          <dd>
            <CopyLine view={view} text={order.depositorName} what={t.depositor} />
          </dd>
          <dt>{t.payUntil}</dt>
          <dd>
            <Moment view={view} at={order.dueAt} />{" "}
            <Countdown view={view} deadline={order.dueAt} refresh />
          </dd>
        </dl>
      )}
      {methods.length > 0 && (
        <ClaimForm
          view={view}
          number={order.number}
          methods={methods}
          again={claims.length > 0}
          fault={fault}
        />
      )}
    </section>
  );
}

function Claimed({ view, claims }: Pick<Props, "view" | "claims">) {
  const t = copy(view.locale).order;
  const [last] = claims;
  if (!last) return null;
  return (
    <Notice tone="good" title={t.claimed(t.methods[last.method])}>
      <p>{t.claimedText}</p>
      <p class="soft small">
        <Moment view={view} at={last.at} />
        {last.note && ` · ${last.note}`}
      </p>
    </Notice>
  );
}

function ClaimForm({ view, number, methods, again, fault }: {
  view: View;
  number: string;
  methods: readonly PaymentMethod[];
  again: boolean;
  fault?: Fault;
}) {
  const t = copy(view.locale).order;
  return (
    <details class="claim" open={!again || fault !== undefined}>
      <summary>{again ? t.claimAgain : t.claim}</summary>
      <Form view={view} action={`/orders/${number}/payment-claims`} class="fields" files>
        <p class="soft small">{t.claimText}</p>
        <Select
          view={view}
          name="method"
          label={t.claimMethod}
          fault={fault}
          options={methods.map((value) => ({ value, text: t.methods[value] }))}
          required
        />
        <TextArea
          view={view}
          name="note"
          label={t.claimNote}
          rows={2}
          maxlength={500}
          fault={fault}
        />
        <Field
          view={view}
          name="picture"
          type="file"
          label={t.claimPicture}
          hint={t.claimPictureHint}
          accept="image/jpeg,image/png,image/gif,image/webp"
          fault={fault}
        />
        <Button icon="check">{t.claim}</Button>
      </Form>
    </details>
  );
}

function methodsOf(payTo: PayTo): PaymentMethod[] {
  return (["bank", "zelle", "venmo"] as const).filter((method) => payTo[method]);
}
