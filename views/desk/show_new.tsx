import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { DeskPage, Panel } from "./desk_page.tsx";
import { ShowFields, type ShowValues } from "./show_fields.tsx";

export interface ShowNewProps {
  view: View;
  values: ShowValues;
  currency: Currency;
  fault?: Fault;
}

export function ShowNew({ view, values, currency, fault }: ShowNewProps) {
  const t = copy(view.locale).desk.shows;
  return (
    <DeskPage
      view={view}
      title={t.make}
      crumbs={[{ text: t.title, href: "/desk/shows" }]}
      fault={fault}
    >
      <Panel class="desk-form">
        <Form view={view} action="/desk/shows" class="stack">
          <ShowFields view={view} values={values} currency={currency} fault={fault} />
          <div class="actions">
            <Button>{t.create}</Button>
          </div>
        </Form>
      </Panel>
    </DeskPage>
  );
}
