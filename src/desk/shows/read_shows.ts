import type { ShowLine } from "../../../views/desk/types.ts";
import { isoSql } from "../../db/iso.ts";
import { type Paged, paged } from "../../http/paging.ts";
import { page_size_default } from "../../limits.ts";
import type { Database } from "../../platform.ts";
import { picture } from "../../catalog/offers.ts";

/** A seller's shows: those on air, then the next to come, then the past. */
export async function readShows(
  database: Database,
  sellerId: string,
  page: number,
  size = page_size_default,
): Promise<Paged<ShowLine>> {
  const [row] = await database.query<{ total: number; items: ShowLine[] }>(
    read_shows,
    [sellerId, size, (page - 1) * size],
    { name: "desk_shows" },
  );
  return paged(row!.items, row!.total, page, size);
}

const read_shows = `
  with found as (
    select s.*, row_number() over (order by
      array_position('{live,scheduled,ended,cancelled}', s.state) / 3,
      case when s.state in ('live', 'scheduled') then s.starts_at end,
      s.starts_at desc, s.id) as place
    from shows s where s.seller_id = $1
  )
  select (select count(*)::int from found) as total, coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'title', s.title, 'state', s.state,
      'startsAt', ${isoSql("s.starts_at")},
      'picture', case when f.id is not null then ${picture("f")} end,
      'products', (
        select count(*) from products p where p.show_id = s.id and p.deleted_at is null),
      'orders', (
        select count(distinct o.id) from order_lines l join orders o on o.id = l.order_id
        where l.show_id = s.id and o.state <> 'cancelled')) order by s.place)
    from (select * from found order by place limit $2 offset $3) s
    left join pictures f on f.id = s.picture_id
  ), '[]') as items`;
