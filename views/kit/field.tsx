import { FieldRow, type Labelled, tied } from "./field_row.tsx";
import { typed } from "./view.ts";

interface FieldProps extends Labelled {
  value?: string | number | null;
  type?: "text" | "email" | "tel" | "number" | "datetime-local" | "search" | "file" | "url";
  autocomplete?: string;
  inputmode?: "text" | "numeric" | "decimal" | "tel" | "email" | "search";
  maxlength?: number;
  min?: number | string;
  max?: number | string;
  step?: number | string;
  placeholder?: string;
  /** Kinds of files that may be chosen. */
  accept?: string;
  multiple?: boolean;
  /** Stands in the box before or after what is typed: a currency, a unit. */
  before?: string;
  after?: string;
}

/** A line of text, a number, a moment or a file. */
export function Field(props: FieldProps) {
  const { type = "text", before, after } = props;
  return (
    <FieldRow {...props}>
      <span class="field-box">
        {before && <span class="field-side">{before}</span>}
        <input
          {...tied(props)}
          type={type as "text"}
          value={type === "file" ? undefined : typed(props.fault, props.name, props.value)}
          autocomplete={props.autocomplete}
          inputmode={props.inputmode}
          maxlength={props.maxlength}
          min={props.min}
          max={props.max}
          step={props.step}
          placeholder={props.placeholder}
          accept={props.accept}
          multiple={props.multiple}
        />
        {after && <span class="field-side">{after}</span>}
      </span>
    </FieldRow>
  );
}

interface TextAreaProps extends Labelled {
  value?: string | null;
  rows?: number;
  maxlength?: number;
  placeholder?: string;
}

export function TextArea(props: TextAreaProps) {
  const { rows = 4, maxlength, placeholder } = props;
  return (
    <FieldRow {...props}>
      <textarea {...tied(props)} rows={rows} maxlength={maxlength} placeholder={placeholder}>
        {typed(props.fault, props.name, props.value)}
      </textarea>
    </FieldRow>
  );
}

export interface Option {
  value: string;
  text: string;
}

interface SelectProps extends Labelled {
  value?: string | null;
  options: readonly Option[];
  /** Stands first and means that nothing is chosen. */
  none?: string;
  autocomplete?: string;
}

export function Select(props: SelectProps) {
  const chosen = typed(props.fault, props.name, props.value);
  return (
    <FieldRow {...props}>
      <select {...tied(props)} autocomplete={props.autocomplete}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>{text}</option>
        ))}
      </select>
    </FieldRow>
  );
}
