import { copy } from "../copy/mod.ts";
import { Form } from "../kit/form.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";
import type { Visitor } from "./visitor.ts";

export function AccountMenu({ view, visitor }: { view: View; visitor: Visitor }) {
  const { site } = copy(view.locale);
  const { person, path } = visitor;
  if (!person) {
    return (
      <a class="header-tool header-sign-in" href={`/sign-in?from=${encodeURIComponent(path)}`}>
        {site.signIn}
      </a>
    );
  }
  const links: [href: string, text: string, icon: IconName][] = [
    ["/orders", site.orders, "receipt"],
    ["/waitlist", site.waitlist, "line"],
    ["/profile", site.profile, "person"],
    ["/sessions", site.sessions, "globe"],
  ];
  if (person.packs) links.unshift(["/desk", site.desk, "home"]);
  return (
    <div class="account">
      <button
        type="button"
        class="header-tool"
        popovertarget="account-menu"
        aria-label={site.accountOf(person.displayName)}
      >
        <Icon name="person" />
      </button>
      <nav id="account-menu" class="account-menu" popover="auto" aria-label={site.account}>
        <p class="account-name">{person.displayName}</p>
        <ul>
          {links.map(([href, text, icon]) => (
            <li key={href}>
              <a href={href}>
                <Icon name={icon} />
                {text}
              </a>
            </li>
          ))}
        </ul>
        <Form view={view} action="/sign-out">
          <button type="submit" class="account-out">{site.signOut}</button>
        </Form>
      </nav>
    </div>
  );
}
