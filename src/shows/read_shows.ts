import type { ShowState } from "../../views/shop/types.ts";
import { type Paged, paged } from "../http/paging.ts";
import { page_size_default } from "../limits.ts";
import type { Database } from "../platform.ts";
import { type Show, showsWhere } from "./shows.ts";

/** A page of shows: those on air first, then those to come, the next one first, then the past. */
export async function readShows(
  database: Database,
  { state, page }: { readonly state?: ShowState; readonly page: number },
): Promise<Paged<Show>> {
  const [row] = await database.query<{ total: number; items: Show[] | null }>(
    read_shows,
    [state ?? null, page_size_default, (page - 1) * page_size_default],
    { name: "read_shows" },
  );
  return paged(row!.items ?? [], row!.total, page);
}

const read_shows = `
  with found as (
    select w.id, row_number() over (order by
      array_position(array['live', 'scheduled', 'ended', 'cancelled'], w.state),
      case when w.state = 'scheduled' then w.starts_at end,
      w.starts_at desc, w.id) as place
    from shows w join sellers s on s.id = w.seller_id
    where s.approved_at is not null and ($1::text is null or w.state = $1)
  ), page as (
    select id, place from found order by place limit $2 offset $3
  )
  select (select count(*)::int from found) as total,
    (select jsonb_agg(to_jsonb(show) order by page.place)
     from (${showsWhere("w.id in (select id from page)")}) show
     join page on page.id = show.id) as items`;
