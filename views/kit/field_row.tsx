import type { ComponentChildren } from "preact";
import { faultText } from "../copy/mod.ts";
import { classes, type Fault, type View } from "./view.ts";

/** What every input on a form has. */
export interface Labelled {
  view: View;
  /** As the request names it; the refusal finds its input by this. */
  name: string;
  label: string;
  hint?: string;
  fault?: Fault;
  required?: boolean;
  /** Unique on the page; the name by default. */
  id?: string;
  /** Half a row where there is room. */
  half?: boolean;
}

interface Props extends Labelled {
  children: ComponentChildren;
}

/** The label above an input, and below it the hint and the reason for which it was refused. */
export function FieldRow({ view, name, label, hint, fault, id = name, half, children }: Props) {
  const error = faultText(view.locale, fault?.refusal, name);
  return (
    <div class={classes("field", half && "field-half", error && "field-wrong")}>
      <label for={id}>{label}</label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  return (
    <>
      {hint && <span class="field-hint" id={`${id}-hint`}>{hint}</span>}
      {error && <span class="field-error" id={`${id}-error`}>{error}</span>}
    </>
  );
}

/** The attributes that tie an input to its label, its hint and its fault. */
export function tied(
  { view, name, hint, fault, id = name, required }: Omit<Labelled, "label">,
) {
  const wrong = faultText(view.locale, fault?.refusal, name) !== undefined;
  return {
    id,
    name,
    required,
    "aria-invalid": wrong ? "true" as const : undefined,
    "aria-describedby": classes(!!hint && `${id}-hint`, wrong && `${id}-error`) || undefined,
  };
}
