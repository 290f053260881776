import { copy } from "../copy/mod.ts";
import { Button, LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Field, Select } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { RefusalNotice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";

export interface SignInProps {
  view: View;
  /** Where to go then: a path of this site. */
  next: string;
  /** Sign-in with an address that nobody checks is switched on. */
  developer: boolean;
  /** Those who vouch for a person, with the path that leads to them. */
  providers: readonly { name: string; href: string }[];
  fault?: Fault;
}

export function SignIn({ view, next, developer, providers, fault }: SignInProps) {
  const t = copy(view.locale).signIn;
  if (!developer && providers.length === 0) {
    return (
      <>
        <h1>{t.title}</h1>
        <Empty icon="person" title={t.none} text={t.noneText} />
      </>
    );
  }
  return (
    <div class="slim">
      <div class="page-head">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </div>
      {providers.map(({ name, href }) => (
        <LinkButton key={href} href={href} size="large" wide>{t.with(name)}</LinkButton>
      ))}
      {developer && <DeveloperForm view={view} next={next} fault={fault} />}
    </div>
  );
}

function DeveloperForm({ view, next, fault }: { view: View; next: string; fault?: Fault }) {
  const t = copy(view.locale).signIn;
  return (
    <section class="panel">
      <h2>{t.developer}</h2>
      <p class="soft small">{t.developerText}</p>
      <RefusalNotice view={view} fault={fault} />
      <Form view={view} action="/sign-in/dev" class="fields">
        <input type="hidden" name="next" value={next} />
        <Field
          view={view}
          name="email"
          label={t.email}
          type="email"
          autocomplete="email"
          inputmode="email"
          fault={fault}
          required
        />
        <Field
          view={view}
          name="name"
          label={t.name}
          hint={t.nameHint}
          autocomplete="nickname"
          maxlength={40}
          fault={fault}
        />
        <Select
          view={view}
          name="role"
          label={t.role}
          value="shopper"
          fault={fault}
          options={Object.entries(t.roles).map(([value, text]) => ({ value, text }))}
        />
        <Button size="large" wide>{t.submit}</Button>
      </Form>
    </section>
  );
}
