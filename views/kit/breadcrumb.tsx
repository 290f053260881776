import { copy } from "../copy/mod.ts";
import type { View } from "./view.ts";

export interface Crumb {
  text: string;
  href: string;
}

/** The way back up. The page itself is not part of it: its heading follows. */
export function Breadcrumb({ view, crumbs }: { view: View; crumbs: readonly Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label={copy(view.locale).pages.breadcrumb}>
      <ol>
        {crumbs.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
