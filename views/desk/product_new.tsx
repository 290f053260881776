import { copy } from "../copy/mod.ts";
import { Button } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { DeskPage, Panel } from "./desk_page.tsx";
import { ProductFields, type ProductValues } from "./product_fields.tsx";
import type { Choice } from "./types.ts";
import { VariantFields } from "./variant_fields.tsx";

export interface ProductNewProps {
  view: View;
  values: ProductValues;
  shows: readonly Choice[];
  currency: Currency;
  fault?: Fault;
}

export function ProductNew({ view, values, shows, currency, fault }: ProductNewProps) {
  const t = copy(view.locale).desk.products;
  return (
    <DeskPage
      view={view}
      title={t.make}
      crumbs={[{ text: t.title, href: "/desk/products" }]}
      fault={fault}
    >
      <Form view={view} action="/desk/products" class="stack desk-form">
        <Panel title={t.details}>
          <ProductFields
            view={view}
            values={values}
            shows={shows}
            currency={currency}
            fault={fault}
          />
        </Panel>
        <Panel title={t.options}>
          <VariantFields view={view} currency={currency} fault={fault} />
        </Panel>
        <div class="actions">
          <Button>{t.create}</Button>
        </div>
      </Form>
    </DeskPage>
  );
}
