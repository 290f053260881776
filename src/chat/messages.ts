import type { Message } from "../../views/shop/types.ts";
import { isoSql } from "../db/iso.ts";
import { messages_on_joining } from "../limits.ts";
import type { Database } from "../platform.ts";

/** SQL: the last messages of a show, oldest first, as one list, without what is held back. */
export function lastMessages(showId: string): string {
  return messagesIn(`
    select * from messages where show_id = ${showId} and held_word is null order by place desc
    limit ${messages_on_joining}`);
}

/** SQL: messages in their order, as one list. Nothing of people but their names. */
export function messagesIn(rows: string): string {
  return `
    select jsonb_agg(${messageJson("m")} order by m.place)
    from (${rows}) m
    join people n on n.id = m.person_id
    join shows w on w.id = m.show_id
    join sellers s on s.id = w.seller_id`;
}

/** SQL: the row `m` of messages with its author `n` and its seller `s`, as a `Message`. */
export function messageJson(m: string): string {
  return `jsonb_build_object('id', ${m}.id, 'n', ${m}.place, 'kind', ${m}.kind,
    'name', n.display_name, 'text', case when ${m}.deleted_at is null then ${m}.text else '' end,
    'at', ${isoSql(`${m}.created_at`)}, 'fromSeller', s.person_id = ${m}.person_id,
    'deleted', ${m}.deleted_at is not null, 'heldBack', ${m}.held_word is not null)`;
}

/** What somebody said in a show that is held back, oldest first. */
export async function readOwnHeldBack(
  database: Database,
  showId: string,
  personId: string,
): Promise<readonly Message[]> {
  const [row] = await database.query<{ messages: Message[] | null }>(
    `select (${own_held_back}) as messages`,
    [showId, personId, messages_on_joining],
    { name: "own_held_back" },
  );
  return row?.messages ?? [];
}

const own_held_back = messagesIn(`
  select * from messages
  where show_id = $1 and person_id = $2 and held_word is not null and deleted_at is null
  order by place desc limit $3`);
