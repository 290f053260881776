import { copy, otherLocale } from "../copy/mod.ts";
import { Form } from "../kit/form.tsx";
import { Icon } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";
import { AccountMenu } from "./account_menu.tsx";
import { Logo } from "./logo.tsx";
import type { Visitor } from "./visitor.ts";

interface Props {
  view: View;
  visitor: Visitor;
  frame: "shop" | "desk" | "bare";
}

export function Header({ view, visitor, frame }: Props) {
  const { site } = copy(view.locale);
  return (
    <header class="header">
      <div class="header-inner">
        <a class="logo" href="/" aria-label={site.name}>
          <Logo />
        </a>
        {frame === "shop" && (
          <>
            <nav class="header-nav" aria-label={site.nav}>
              <a href="/store">{site.store}</a>
            </nav>
            <SearchBox view={view} />
          </>
        )}
        {frame !== "bare" && (
          <div class="header-tools">
            <LanguageSwitch view={view} from={visitor.path} />
            {frame === "shop" && (
              <a class="header-tool header-find" href="/store" aria-label={site.search}>
                <Icon name="search" />
              </a>
            )}
            {frame === "shop" && <CartLink view={view} lines={visitor.cartLines} />}
            <AccountMenu view={view} visitor={visitor} />
          </div>
        )}
      </div>
    </header>
  );
}

/** Redrawn wherever it stands when a fragment changes the cart. */
export function CartLink({ view, lines, outOfBand }: {
  view: View;
  lines: number;
  outOfBand?: boolean;
}) {
  const { site } = copy(view.locale);
  return (
    <a
      id="cart-link"
      class="header-tool"
      href="/cart"
      {...(outOfBand && { "hx-swap-oob": "true" })}
    >
      <Icon name="cart" />
      <span class="hidden-text">{site.cartCount(lines)}</span>
      {lines > 0 && <span class="header-count" aria-hidden="true">{lines}</span>}
    </a>
  );
}

function SearchBox({ view }: { view: View }) {
  const { site } = copy(view.locale);
  return (
    <form class="search" method="get" action="/store" role="search">
      <label class="hidden-text" for="search">{site.search}</label>
      <input id="search" type="search" name="q" placeholder={site.search} maxlength={100} />
      <button type="submit" aria-label={site.searchButton}>
        <Icon name="search" />
      </button>
    </form>
  );
}

function LanguageSwitch({ view, from }: { view: View; from: string }) {
  const { site } = copy(view.locale);
  const other = otherLocale(view.locale);
  const short = site.otherLanguageShort;
  return (
    <Form view={view} action="/locale" label={site.language}>
      <input type="hidden" name="from" value={from} />
      <button
        type="submit"
        class="header-tool header-language"
        name="locale"
        value={other}
        lang={other}
      >
        {short}
        <span class="header-language-rest">{site.otherLanguage.slice(short.length)}</span>
      </button>
    </Form>
  );
}
