import { copy } from "../copy/mod.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Button } from "../kit/button.tsx";
import { Check } from "../kit/check.tsx";
import { Countdown } from "../kit/countdown.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { RefusalNotice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";
import { AddressFields } from "./address_fields.tsx";
import { CheckoutOrder, type OrderPreview } from "./checkout_order.tsx";
import type { Address } from "./types.ts";

export interface CheckoutProps {
  view: View;
  /** One a seller, as the server will make them. */
  orders: readonly OrderPreview[];
  holdIds: readonly string[];
  /** The first of the deadlines of the chosen lines. ISO 8601. */
  heldUntil: string;
  /** Hours that the seller gives to pay. */
  dueHours: number;
  address?: Partial<Address> | null;
  phone?: string | null;
  depositorName?: string | null;
  fault?: Fault;
}

export function Checkout(props: CheckoutProps) {
  const { view, orders, holdIds, heldUntil, dueHours, fault } = props;
  const { checkout: t, cart } = copy(view.locale);
  return (
    <>
      <Breadcrumb view={view} crumbs={[{ text: cart.title, href: "/cart" }]} />
      <div class="page-head">
        <h1>{t.title}</h1>
        <p>
          {t.earliest}: <Countdown view={view} deadline={heldUntil} />
        </p>
      </div>
      <Form view={view} action="/orders" class="two-columns">
        {holdIds.map((id) => <input key={id} type="hidden" name="holdIds" value={id} />)}
        <div class="stack">
          <RefusalNotice view={view} fault={fault} />
          <section class="panel">
            <h2>{t.shipTo}</h2>
            <AddressFields {...props} required />
            <Check view={view} name="remember" label={t.remember} fault={fault} checked />
          </section>
          <section class="panel">
            <h2>{t.pay}</h2>
            <p class="soft">{t.payText}</p>
            <Field
              view={view}
              name="depositorName"
              label={t.depositorName}
              hint={t.depositorHint}
              value={props.depositorName}
              fault={fault}
              autocomplete="name"
              maxlength={100}
              required
            />
          </section>
          <section class="panel">
            <h2>{t.consents}</h2>
            <Consents view={view} fault={fault} />
          </section>
        </div>
        <section class="panel summary" id="amounts" {...redrawn}>
          <h2>{t.lines}</h2>
          {orders.map((order) => (
            <CheckoutOrder
              key={order.sellerName}
              view={view}
              order={order}
              many={orders.length > 1}
            />
          ))}
          <p class="soft small">{t.due(dueHours)}</p>
          <Button size="large" wide>
            {orders.length > 1 ? t.placeMany(orders.length) : t.place}
          </Button>
          <Button
            kind="secondary"
            size="small"
            class="unscripted"
            formaction="/checkout"
            formnovalidate
          >
            {t.weigh}
          </Button>
          <a class="small" href="/cart">{t.back}</a>
        </section>
      </Form>
    </>
  );
}

// Shipping depends on where it goes: the amounts follow what is chosen.
const redrawn = {
  "hx-get": "/checkout",
  "hx-trigger": "change from:#country, change from:#state",
  "hx-include": "[name=holdIds], #country, #state",
  "hx-select": "#amounts",
  "hx-swap": "outerMorph",
};

function Consents({ view, fault }: { view: View; fault?: Fault }) {
  const t = copy(view.locale).checkout;
  return (
    <>
      <Check view={view} name="consentOrder" label={t.consentOrder} fault={fault} required />
      <Check
        view={view}
        name="consentPrivacy"
        label={
          <>
            {t.consentPrivacyBefore}
            <a href="/privacy">{t.consentPrivacyLink}</a>
            {t.consentPrivacyAfter}
          </>
        }
        fault={fault}
        required
      />
    </>
  );
}
