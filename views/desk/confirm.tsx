import type { ComponentChildren } from "preact";
import { Button, type ButtonKind } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import { classes, type View } from "../kit/view.ts";

interface Props {
  view: View;
  action: string;
  /** What would be done: the text of the button that asks first. */
  title: string;
  /** What it means, before it is done. */
  text: string;
  /** The text of the button that does it. */
  now: string;
  icon?: IconName;
  kind?: ButtonKind;
}

/** An act that cannot be taken back: a first press says what it means, a second does it. */
export function Confirm({ view, action, title, text, now, icon, kind = "danger" }: Props) {
  return (
    <Disclosure title={title} icon={icon} kind={kind}>
      <Form view={view} action={action} class="desk-confirm">
        <p>{text}</p>
        <Button kind={kind} size="small">{now}</Button>
      </Form>
    </Disclosure>
  );
}

/** A part of the page that stays folded until it is wanted; its summary looks like a button. */
export function Disclosure({ title, icon, kind = "secondary", open, children }: {
  title: string;
  icon?: IconName;
  kind?: ButtonKind;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="desk-fold" open={open}>
      <summary class={classes("button", `button-${kind}`, "button-small")}>
        {icon && <Icon name={icon} />}
        {title}
      </summary>
      <div class="desk-folded">{children}</div>
    </details>
  );
}
