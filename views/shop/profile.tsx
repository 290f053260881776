import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Check } from "../kit/check.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { Notice, RefusalNotice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";
import { AddressFields } from "./address_fields.tsx";
import type { Address } from "./types.ts";

export interface ProfileProps {
  view: View;
  email: string;
  displayName: string;
  buysUnnamed?: boolean;
  depositorName?: string | null;
  instagram?: string | null;
  address?: Partial<Address> | null;
  phone?: string | null;
  /** It was saved a moment ago. */
  saved?: boolean;
  fault?: Fault;
}

export function Profile(props: ProfileProps) {
  const { view, email, displayName, buysUnnamed, depositorName, instagram } = props;
  const { address, saved, fault } = props;
  const t = copy(view.locale).profile;
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </div>
      <Form view={view} action="/profile" class="stack">
        {saved && <Notice tone="good" role="status" title={t.saved} />}
        {!saved && !fault && (!depositorName || !address) && <Notice title={t.missing} />}
        <RefusalNotice view={view} fault={fault} />
        <section class="panel">
          <h2>{t.you}</h2>
          <dl class="facts">
            <dt>{t.email}</dt>
            <dd>{email}</dd>
          </dl>
          <div class="fields">
            <Field
              view={view}
              name="displayName"
              label={t.displayName}
              hint={t.displayNameHint}
              value={displayName}
              autocomplete="nickname"
              maxlength={40}
              fault={fault}
              required
            />
            <Check
              view={view}
              name="buysUnnamed"
              label={t.buysUnnamed}
              hint={t.buysUnnamedHint}
              checked={buysUnnamed}
              fault={fault}
            />
            <Field
              view={view}
              name="depositorName"
              label={t.depositorName}
              hint={t.depositorHint}
              value={depositorName}
              autocomplete="name"
              maxlength={100}
              fault={fault}
            />
            <Field
              view={view}
              name="instagram"
              label={t.instagram}
              hint={t.instagramHint}
              value={instagram}
              autocomplete="off"
              maxlength={30}
              before="@"
              fault={fault}
            />
          </div>
        </section>
        <section class="panel">
          <h2>{t.address}</h2>
          <AddressFields {...props} />
        </section>
        <Button size="large">{t.save}</Button>
      </Form>
    </div>
  );
}
