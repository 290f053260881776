import type { description_characters_max, name_characters_max } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Field, Select, TextArea } from "../kit/field.tsx";
import type { Currency, Fault, View } from "../kit/view.ts";
import { symbols } from "./money_input.ts";
import type { DeskShow } from "./types.ts";

/** A show as its form holds it. */
export interface ShowValues {
  readonly title: string;
  readonly description: string;
  /** `2026-11-21T20:00` in the shop's zone; absent when it can no longer change. */
  readonly startsAt?: string;
  readonly freeShipping: DeskShow["freeShipping"];
  /** As a person types money. */
  readonly freeShippingFrom: string;
  readonly notice: string;
}

interface Props {
  view: View;
  values: ShowValues;
  currency: Currency;
  fault?: Fault;
}

const title_most: typeof name_characters_max = 100;
export const text_most: typeof description_characters_max = 5_000;

export function ShowFields({ view, values, currency, fault }: Props) {
  const t = copy(view.locale).desk.shows;
  const shared = { view, fault };
  return (
    <div class="fields">
      <Field
        {...shared}
        name="title"
        label={t.name}
        value={values.title}
        maxlength={title_most}
        autocomplete="off"
        required
      />
      {values.startsAt !== undefined && (
        <Field
          {...shared}
          name="startsAt"
          type="datetime-local"
          label={t.startsAt}
          hint={t.startsAtHint}
          value={values.startsAt}
          required
        />
      )}
      <TextArea
        {...shared}
        name="description"
        label={t.description}
        value={values.description}
        maxlength={text_most}
        rows={4}
      />
      <Select
        {...shared}
        name="freeShipping"
        label={t.freeShipping}
        value={values.freeShipping}
        options={(["threshold", "always", "never"] as const).map((value) => ({
          value,
          text: t.freeShippingModes[value],
        }))}
        half
      />
      <Field
        {...shared}
        name="freeShippingFrom"
        label={t.freeShippingFrom}
        hint={t.freeShippingHint}
        value={values.freeShippingFrom}
        before={symbols[currency]}
        inputmode="decimal"
        half
      />
      <TextArea
        {...shared}
        name="notice"
        label={t.notice}
        hint={t.noticeHint}
        value={values.notice}
        maxlength={500}
        rows={2}
      />
    </div>
  );
}
