import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Button } from "../kit/button.tsx";
import { Check } from "../kit/check.tsx";
import { Field } from "../kit/field.tsx";
import { Form } from "../kit/form.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Stock } from "../kit/stock.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { optionText } from "../shop/options.ts";
import { Disclosure } from "./confirm.tsx";
import { inputMoney, symbols } from "./money_input.ts";
import type { DeskVariant } from "./types.ts";

interface ListProps {
  view: View;
  variants: readonly DeskVariant[];
  currency: Currency;
  fault?: Fault & { readonly form: string };
}

/** The options of a product: what is left of each, more or fewer of it, and what it costs. */
export function VariantList({ view, variants, currency, fault }: ListProps) {
  return (
    <ul class="desk-variants">
      {variants.map((variant) => (
        <Variant
          key={variant.id}
          view={view}
          variant={variant}
          currency={currency}
          fault={fault?.form === `variant-${variant.id}` ? fault : undefined}
        />
      ))}
    </ul>
  );
}

interface Props {
  view: View;
  variant: DeskVariant;
  currency: Currency;
  fault?: Fault;
}

function Variant({ view, variant, currency, fault }: Props) {
  const t = copy(view.locale).desk.products;
  const { id, price, hidden, available } = variant;
  const name = optionText(variant) || t.variantOnly;
  const wrong = fault?.values?.delta === undefined ? fault : undefined;
  return (
    <li class="desk-variant" id={`variant-${id}`}>
      <div class="desk-variant-name">
        <strong>{name}</strong>
        <span class="small">{formatMoney(view.locale, { amount: price, currency })}</span>
        {hidden ? <Badge>{t.hidden}</Badge> : <Stock view={view} available={available} />}
      </div>
      <Counts view={view} variant={variant} />
      <StockForm view={view} id={id} name={name} fault={wrong ? undefined : fault} />
      <Disclosure title={copy(view.locale).desk.edit} icon="edit" open={wrong !== undefined}>
        <EditForm view={view} variant={variant} name={name} currency={currency} fault={wrong} />
      </Disclosure>
    </li>
  );
}

function Counts({ view, variant }: { view: View; variant: DeskVariant }) {
  const t = copy(view.locale).desk.products;
  const { available, held, sold, waiting, setAside } = variant;
  const counts: [name: string, units: number][] = [
    [t.variantAvailable, available],
    [t.variantHeld, held],
    [t.variantSold, sold],
    [t.variantWaiting, waiting],
  ];
  return (
    <div class="desk-counts">
      <dl>
        {counts.map(([name, units]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{units}</dd>
          </div>
        ))}
      </dl>
      {setAside > 0 && <p class="soft small">{t.setAside(setAside)}</p>}
    </div>
  );
}

function StockForm({ view, id, name, fault }: {
  view: View;
  id: string;
  name: string;
  fault?: Fault;
}) {
  const t = copy(view.locale).desk.products;
  return (
    <Form
      view={view}
      action={`/desk/variants/${id}/stock-changes`}
      class="desk-stock-form"
      label={t.changeStockOf(name)}
    >
      <Field
        view={view}
        id={`delta-${id}`}
        name="delta"
        type="text"
        label={t.changeStock}
        inputmode="text"
        autocomplete="off"
        placeholder="+10"
        maxlength={6}
        fault={fault}
        required
      />
      <Button kind="secondary">{t.apply}</Button>
    </Form>
  );
}

function EditForm({ view, variant, name, currency, fault }: Props & { name: string }) {
  const { desk } = copy(view.locale);
  const t = desk.products;
  const { id, colour, size, label, price, hidden } = variant;
  const shared = { view, fault, autocomplete: "off", half: true };
  const each = (field: string) => ({ ...shared, name: field, id: `${field}-${id}` });
  return (
    <Form view={view} action={`/desk/variants/${id}`} class="stack" label={t.editOf(name)}>
      <div class="fields">
        <Field {...each("colour")} label={t.colour} value={colour} maxlength={40} />
        <Field {...each("size")} label={t.size} value={size} maxlength={40} />
        <Field {...each("label")} label={t.label} value={label} maxlength={40} />
        <Field
          {...each("price")}
          label={t.price}
          value={inputMoney(price, currency)}
          before={symbols[currency]}
          inputmode="decimal"
          required
        />
        <Check view={view} name="hidden" id={`hidden-${id}`} label={t.hide} checked={hidden} />
      </div>
      <div class="actions">
        <Button kind="secondary" size="small">{desk.save}</Button>
      </div>
    </Form>
  );
}
