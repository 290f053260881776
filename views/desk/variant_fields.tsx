import type { stock_units_max } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Field } from "../kit/field.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { symbols } from "./money_input.ts";

const stock_most: typeof stock_units_max = 9_999;

/** Many options at once: every colour in every size, at one price and stock each. */
export function VariantFields({ view, currency, fault }: {
  view: View;
  currency: Currency;
  fault?: Fault;
}) {
  const t = copy(view.locale).desk.products;
  const shared = { view, fault, autocomplete: "off" };
  return (
    <div class="fields">
      <p class="soft small">{t.optionsHint}</p>
      <Field {...shared} name="colours" label={t.colours} hint={t.listHint} half />
      <Field {...shared} name="sizes" label={t.sizes} hint={t.listHint} half />
      <Field
        {...shared}
        name="price"
        label={t.eachPrice}
        before={symbols[currency]}
        inputmode="decimal"
        required
        half
      />
      <Field
        {...shared}
        name="stock"
        type="number"
        label={t.eachStock}
        value={0}
        min={0}
        max={stock_most}
        step={1}
        inputmode="numeric"
        required
        half
      />
    </div>
  );
}
