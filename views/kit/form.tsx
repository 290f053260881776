import type { ComponentChildren } from "preact";
import { RequestId } from "./request_id.tsx";
import type { View } from "./view.ts";

interface Props {
  view: View;
  action: string;
  children: ComponentChildren;
  id?: string;
  class?: string;
  /** The form carries files. */
  files?: boolean;
  /** Names the form for assistive technology where no heading does. */
  label?: string;
  /** With htmx the answer goes into this element instead of replacing the page. */
  swap?: { target: string; how: string; on?: string };
}

/** Every form that changes something: posted, with the identity of its request. */
export function Form({ view, action, children, id, class: name, files, label, swap }: Props) {
  return (
    <form
      method="post"
      action={action}
      id={id}
      class={name}
      enctype={files ? "multipart/form-data" : undefined}
      aria-label={label}
      {...(swap && {
        "hx-post": action,
        "hx-target": swap.target,
        "hx-swap": swap.how,
        "hx-trigger": swap.on,
      })}
    >
      <RequestId id={view.requestId()} />
      {children}
    </form>
  );
}
