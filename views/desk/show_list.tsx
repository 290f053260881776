import { copy } from "../copy/mod.ts";
import { LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Moment } from "../kit/moment.tsx";
import { Pagination } from "../kit/pagination.tsx";
import { Picture } from "../kit/picture.tsx";
import type { View } from "../kit/view.ts";
import { DeskPage } from "./desk_page.tsx";
import { ShowBadge } from "./show_badge.tsx";
import type { ShowLine } from "./types.ts";

export interface ShowListProps {
  view: View;
  /** On air first, then the next to come, then the past. */
  shows: readonly ShowLine[];
  page: number;
  pages: number;
  done?: string;
}

export function ShowList({ view, shows, page, pages, done }: ShowListProps) {
  const t = copy(view.locale).desk.shows;
  const make = <LinkButton href="/desk/shows/new" icon="plus">{t.make}</LinkButton>;
  return (
    <DeskPage view={view} title={t.title} actions={shows.length > 0 && make} done={done}>
      {shows.length === 0
        ? <Empty icon="play" title={t.empty} text={t.emptyText}>{make}</Empty>
        : (
          <ul class="desk-shows">
            {shows.map((show) => <Line key={show.id} view={view} show={show} />)}
          </ul>
        )}
      <Pagination view={view} page={page} pages={pages} href={(to) => `/desk/shows?page=${to}`} />
    </DeskPage>
  );
}

function Line({ view, show }: { view: View; show: ShowLine }) {
  const t = copy(view.locale).desk.shows;
  return (
    <li>
      <a class="desk-show panel" href={`/desk/shows/${show.id}`}>
        <Picture file={show.picture} shape="wide" instead={show.title} />
        <span class="desk-show-text">
          <span class="desk-show-title">
            <ShowBadge view={view} state={show.state} />
            <strong>{show.title}</strong>
          </span>
          <span class="soft small">
            <Moment view={view} at={show.startsAt} /> · {t.products(show.products)}
            {show.orders > 0 && ` · ${t.orders(show.orders)}`}
          </span>
        </span>
      </a>
    </li>
  );
}
