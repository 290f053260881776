import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { classes } from "./view.ts";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

interface Looks {
  kind?: ButtonKind;
  size?: "small" | "medium" | "large";
  wide?: boolean;
  icon?: IconName;
  class?: string;
  children: ComponentChildren;
}

interface ButtonProps extends Looks {
  /** Sent with the form when this button sends it. */
  name?: string;
  value?: string;
  disabled?: boolean;
  /** The form it belongs to, when it stands outside of it. */
  form?: string;
  /** Sends the form elsewhere than its own action. */
  formaction?: string;
  /** Lets the form go unchecked by the browser: leaving and deleting ask for nothing. */
  formnovalidate?: boolean;
  /** Says more than the text does, for those who hear it out of its row. */
  label?: string;
}

/** Sends the form that it stands in. */
export function Button(props: ButtonProps) {
  return (
    <button
      type="submit"
      class={look(props)}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formaction={props.formaction}
      formnovalidate={props.formnovalidate}
      aria-label={props.label}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton(props: Looks & { href: string; label?: string }) {
  return (
    <a href={props.href} class={look(props)} aria-label={props.label}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}

function look({ kind = "primary", size = "medium", wide, class: name }: Looks) {
  return classes("button", `button-${kind}`, `button-${size}`, wide && "button-wide", name);
}
