import type { ComponentChildren } from "preact";
import { copy } from "./copy/mod.ts";
import { DeskNav } from "./desk/nav.tsx";
import { Icon } from "./kit/icon.tsx";
import type { View } from "./kit/view.ts";
import { Footer } from "./layout/footer.tsx";
import { Header } from "./layout/header.tsx";
import type { Visitor } from "./layout/visitor.ts";

export type { Visitor };

interface Props {
  view: View;
  title: string;
  visitor: Visitor;
  description?: string;
  /** Beside the shop's own: `"room.js"`, `"desk.css"`. */
  scripts?: readonly string[];
  styles?: readonly string[];
  /** `"bare"` leaves out what leads away: printing, errors before anybody is known. */
  frame?: "shop" | "desk" | "bare";
  children: ComponentChildren;
}

/** A whole document, doctype apart. Nothing in it needs a script, and no style or script is inline. */
export function Layout(props: Props) {
  const { view, title, visitor, description, scripts = [], styles = [], frame = "shop" } = props;
  const { site } = copy(view.locale);
  return (
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>
          {title === site.name ? `${site.name} · ${site.tagline}` : `${title} · ${site.name}`}
        </title>
        <meta name="description" content={description ?? site.tagline} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf5ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#16110e" media="(prefers-color-scheme: dark)" />
        <meta name="htmx-config" content={htmxConfig} />
        <link rel="icon" type="image/svg+xml" href={view.asset("maru.svg")} />
        {["shop.css", ...styles].map((name) => (
          <link key={name} rel="stylesheet" href={view.asset(name)} />
        ))}
        <script src={view.asset("htmx.js")} defer />
        {["shop.js", ...scripts].map((name) => (
          <script key={name} type="module" src={view.asset(name)} />
        ))}
      </head>
      <body
        class={`frame-${frame}`}
        data-now={view.now}
        data-offline={site.offline}
        data-me={visitor.person?.displayName}
      >
        <a class="skip" href="#main">{site.skip}</a>
        <Header view={view} visitor={visitor} frame={frame} />
        {frame === "desk" && <DeskNav view={view} visitor={visitor} />}
        <main id="main" tabindex={-1}>{props.children}</main>
        <Toast view={view} />
        {frame === "shop" && <Footer view={view} />}
      </body>
    </html>
  );
}

/** Where answers to forms appear that do not replace the page. */
function Toast({ view }: { view: View }) {
  return (
    <div class="toast">
      <div id="toast" role="status" />
      <button
        type="button"
        class="toast-close"
        data-close
        aria-label={copy(view.locale).site.close}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}

// The browser's own history is right; a disclosure that someone opened stays open through news.
const htmxConfig = JSON.stringify({
  history: false,
  includeIndicatorCSS: false,
  morphIgnore: ["data-htmx-powered", "open"],
});
