import { copy } from "../copy/mod.ts";
import { zoneName } from "../kit/moment.tsx";
import type { View } from "../kit/view.ts";

export function Footer({ view }: { view: View }) {
  const { site } = copy(view.locale);
  return (
    <footer class="footer">
      <div class="footer-inner">
        <p class="footer-line">{site.tagline}</p>
        <ul>
          <li>
            <a href="/help">{site.help}</a>
          </li>
          <li>
            <a href="/terms">{site.terms}</a>
          </li>
          <li>
            <a href="/privacy">{site.privacy}</a>
          </li>
        </ul>
        <p class="footer-note">{site.zone(zoneName(view))}</p>
      </div>
    </footer>
  );
}
