import type { name_characters_max } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Check } from "../kit/check.tsx";
import { Field, Select, TextArea } from "../kit/field.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { Disclosure } from "./confirm.tsx";
import { symbols } from "./money_input.ts";
import { text_most } from "./show_fields.tsx";
import type { Choice } from "./types.ts";

/** A product as its form holds it. Moments are `2026-11-21T20:00` in the shop's zone, or empty. */
export interface ProductValues {
  readonly name: string;
  readonly description: string;
  readonly showId: string;
  /** As a person types money. */
  readonly originalPrice: string;
  readonly newBadge: boolean;
  readonly inStore: boolean;
  readonly visibleFrom: string;
  readonly visibleUntil: string;
  readonly holdMinutes: string;
}

interface Props {
  view: View;
  values: ProductValues;
  /** Shows that it can be put into. */
  shows: readonly Choice[];
  currency: Currency;
  fault?: Fault;
}

export const name_most: typeof name_characters_max = 100;

export function ProductFields({ view, values, shows, currency, fault }: Props) {
  const { desk } = copy(view.locale);
  const t = desk.products;
  const shared = { view, fault };
  return (
    <div class="fields">
      <Field
        {...shared}
        name="name"
        label={t.name}
        value={values.name}
        maxlength={name_most}
        autocomplete="off"
        required
      />
      <TextArea
        {...shared}
        name="description"
        label={t.description}
        value={values.description}
        maxlength={text_most}
        rows={5}
      />
      <Select
        {...shared}
        name="showId"
        label={t.show}
        value={values.showId}
        none={t.showNone}
        options={shows.map(({ id, name }) => ({ value: id, text: name }))}
        half
      />
      <Field
        {...shared}
        name="originalPrice"
        label={`${t.originalPrice} ${desk.optional}`}
        value={values.originalPrice}
        before={symbols[currency]}
        inputmode="decimal"
        autocomplete="off"
        half
      />
      <Check {...shared} name="inStore" label={t.inStore} checked={values.inStore} />
      <p class="soft small desk-under">{t.inStoreHint}</p>
      <Check {...shared} name="newBadge" label={t.newBadge} checked={values.newBadge} />
      <Disclosure title={t.more} open={isUsed(values, fault)}>
        <MoreFields view={view} values={values} fault={fault} />
      </Disclosure>
    </div>
  );
}

/** What most products do without. */
function MoreFields({ view, values, fault }: Pick<Props, "view" | "values" | "fault">) {
  const { desk } = copy(view.locale);
  const t = desk.products;
  const shared = { view, fault };
  return (
    <div class="fields">
      <Field
        {...shared}
        name="visibleFrom"
        type="datetime-local"
        label={`${t.visibleFrom} ${desk.optional}`}
        value={values.visibleFrom}
        half
      />
      <Field
        {...shared}
        name="visibleUntil"
        type="datetime-local"
        label={`${t.visibleUntil} ${desk.optional}`}
        value={values.visibleUntil}
        half
      />
      <Field
        {...shared}
        name="holdMinutes"
        label={t.holdMinutes}
        hint={t.holdMinutesHint}
        value={values.holdMinutes}
        inputmode="numeric"
        autocomplete="off"
        after={t.minutes}
        half
      />
    </div>
  );
}

const more = ["visibleFrom", "visibleUntil", "holdMinutes"] as const;

function isUsed(values: ProductValues, fault?: Fault) {
  return more.some((name) => values[name] !== "" || fault?.values?.[name]);
}
