import { isoSql } from "../db/iso.ts";
import { messages_on_joining } from "../limits.ts";

/** SQL: the last messages of a show, oldest first, as one list. Nothing of people but their names. */
export function lastMessages(showId: string): string {
  return `
    select jsonb_agg(jsonb_build_object('id', m.id, 'name', n.display_name,
      'text', case when m.deleted_at is null then m.text else '' end,
      'at', ${isoSql("m.created_at")}, 'fromSeller', s.person_id = m.person_id,
      'deleted', m.deleted_at is not null) order by m.place)
    from (
      select * from messages where show_id = ${showId} order by place desc
      limit ${messages_on_joining}
    ) m
    join people n on n.id = m.person_id
    join shows w on w.id = m.show_id
    join sellers s on s.id = w.seller_id`;
}
