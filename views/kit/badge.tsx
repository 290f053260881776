import type { ComponentChildren } from "preact";

export type BadgeTone = "live" | "plain" | "good" | "warn" | "bad" | "accent";

interface Props {
  tone?: BadgeTone;
  id?: string;
  children: ComponentChildren;
}

export function Badge({ tone = "plain", id, children }: Props) {
  return (
    <span class={`badge badge-${tone}`} id={id}>
      {tone === "live" && <span class="badge-dot" />}
      {children}
    </span>
  );
}
