import type { ComponentChildren } from "preact";
import { faultText } from "../copy/mod.ts";
import { FieldNotes, type Labelled, tied } from "./field_row.tsx";

interface CheckProps extends Omit<Labelled, "label" | "half"> {
  /** May hold links. */
  label: ComponentChildren;
  value?: string;
  checked?: boolean;
}

/** A box to tick. */
export function Check(props: CheckProps) {
  const { view, name, id = name, hint, fault, value = "true", checked, label } = props;
  return (
    <div class="check">
      <input
        {...tied(props)}
        type="checkbox"
        value={value}
        checked={fault?.values ? fault.values[name] === value : checked}
      />
      <label for={id}>{label}</label>
      <FieldNotes id={id} hint={hint} error={faultText(view.locale, fault?.refusal, name)} />
    </div>
  );
}
