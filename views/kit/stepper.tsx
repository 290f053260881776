import { copy } from "../copy/mod.ts";
import type { View } from "./view.ts";

interface Props {
  view: View;
  name?: string;
  id: string;
  label: string;
  value: number | string;
  most: number;
  least?: number;
  /** Draws the label, which is otherwise only heard. */
  showLabel?: boolean;
  error?: string;
  /** The form it belongs to, when it stands outside of it. */
  form?: string;
}

/** A whole number: typed, or changed by the buttons where scripts run. */
export function Stepper(props: Props) {
  const { view, name = "quantity", id, label, value, most, least = 1, showLabel, error } = props;
  const t = copy(view.locale).stepper;
  return (
    <span class="stepper" data-stepper>
      <label class={showLabel ? "stepper-label" : "hidden-text"} for={id}>{label}</label>
      <span class="stepper-box">
        <button type="button" data-step="-1" aria-label={t.less}>−</button>
        <input
          id={id}
          name={name}
          type="number"
          inputmode="numeric"
          min={least}
          max={most}
          step={1}
          value={value}
          required
          form={props.form}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <button type="button" data-step="1" aria-label={t.more}>+</button>
      </span>
      {error && <span class="field-error" id={`${id}-error`}>{error}</span>}
    </span>
  );
}
