import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface Props {
  icon: IconName;
  title: string;
  text: string;
  /** The next step: a link or a form. */
  children?: ComponentChildren;
}

/** Nothing is here yet: says why, and what to do about it. */
export function Empty({ icon, title, text, children }: Props) {
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} />
      </span>
      <h2 class="empty-title">{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
