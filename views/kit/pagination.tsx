import { copy } from "../copy/mod.ts";
import { Icon } from "./icon.tsx";
import type { View } from "./view.ts";

interface Props {
  view: View;
  page: number;
  pages: number;
  /** The address of a page of this list, counted from 1. */
  href(page: number): string;
}

export function Pagination({ view, page, pages, href }: Props) {
  if (pages < 2) return null;
  const t = copy(view.locale).pages;
  return (
    <nav class="pagination" aria-label={t.label}>
      {page > 1
        ? (
          <a class="page-step" href={href(page - 1)} rel="prev" aria-label={t.previous}>
            <Icon name="back" />
          </a>
        )
        : <span class="page-step" />}
      <ol>
        {around(page, pages).map((number, place) => (
          <li key={place}>
            {number === undefined ? <span class="page-gap">…</span> : (
              <a
                class="page-number"
                href={href(number)}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages
        ? (
          <a class="page-step" href={href(page + 1)} rel="next" aria-label={t.next}>
            <Icon name="next" />
          </a>
        )
        : <span class="page-step" />}
    </nav>
  );
}

/** The first, the last and those around the current page; `undefined` where some are left out. */
function around(page: number, pages: number): (number | undefined)[] {
  const shown = [1, page - 1, page, page + 1, pages]
    .filter((number, place, all) => number >= 1 && number <= pages && all.indexOf(number) === place)
    .sort((a, b) => a - b);
  return shown.flatMap((number, place) => {
    const previous = shown[place - 1];
    return previous !== undefined && number - previous > 1 ? [undefined, number] : [number];
  });
}
