import type { ComponentChildren } from "preact";
import { refusalText } from "../copy/mod.ts";
import { Icon, type IconName } from "./icon.tsx";
import type { Fault, View } from "./view.ts";

export type NoticeTone = "info" | "good" | "warn" | "bad";

interface Props {
  tone?: NoticeTone;
  title?: string;
  /** `"alert"` interrupts those who listen; `"status"` waits its turn. */
  role?: "alert" | "status";
  id?: string;
  children?: ComponentChildren;
}

export function Notice({ tone = "info", title, role, id, children }: Props) {
  return (
    <div class={`notice notice-${tone}`} role={role} id={id}>
      <Icon name={icons[tone]} />
      <div class="notice-body">
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** Why the form was refused and what to do next; nothing when it was not. */
export function RefusalNotice({ view, fault }: { view: View; fault?: Fault }) {
  if (!fault) return null;
  const { sentence, next } = refusalText(view.locale, fault.refusal);
  return (
    <Notice tone="bad" role="alert" title={sentence}>
      {next && <p>{next}</p>}
    </Notice>
  );
}

const icons: Record<NoticeTone, IconName> = {
  info: "clock",
  good: "check",
  warn: "alert",
  bad: "alert",
};
