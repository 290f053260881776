import { copy } from "../copy/mod.ts";
import { Icon, type IconName } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";
import type { Visitor } from "../layout/visitor.ts";

/** The parts of the desk: beside the page where there is room, else a bar at the thumb. */
export function DeskNav({ view, visitor }: { view: View; visitor: Visitor }) {
  const t = copy(view.locale).desk.nav;
  const parts: [href: string, text: string, icon: IconName][] = [
    ["/desk", t.today, "home"],
    ["/desk/shows", t.shows, "play"],
    ["/desk/products", t.products, "box"],
    ["/desk/orders", t.orders, "receipt"],
    ["/desk/restreams", t.restreams, "send"],
  ];
  const open = visitor.person?.sells ? parts : parts.filter(([href]) => href === "/desk/orders");
  return (
    <nav class="desk-nav" aria-label={t.label}>
      <ul>
        {open.map(([href, text, icon]) => (
          <li key={href}>
            <a href={href} aria-current={where(visitor.path, href)}>
              <Icon name={icon} />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The part that the path is in: `page` when it is the part itself, `true` below it. */
function where(path: string, href: string): "page" | "true" | undefined {
  const [place] = path.split("?");
  if (place === href) return "page";
  return href !== "/desk" && place?.startsWith(`${href}/`) ? "true" : undefined;
}
