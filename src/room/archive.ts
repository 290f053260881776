import { messages_on_joining, room_unshown_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { ChatChange, ChatItem } from "./document.ts";

/** A message of the archive. A `young` one may be on its way into the room still. */
export type Archived = ChatItem & { readonly young: boolean };

/** The archive's last messages that still stand; undefined: there is no such show to see. */
export async function readArchive(
  database: Database,
  showId: string,
): Promise<Archived[] | undefined> {
  const [row] = await database.query<{ archived: Archived[] | null }>(
    `select ${lastMessages} as archived ${ofShow}`,
    [showId, messages_on_joining, room_unshown_seconds],
    { name: "read_archive" },
  );
  return row && (row.archived ?? []);
}

/** The messages of the archive that still stand, as the chat shows them. */
export async function readMessages(
  database: Database,
  ids: readonly string[],
): Promise<ChatItem[]> {
  const rows = await database.query<{ item: ChatItem }>(
    `select ${item} as item from messages m ${who} where m.id = any ($1::uuid[]) and ${stands}`,
    [ids],
    { name: "read_messages" },
  );
  return rows.map((row) => row.item);
}

/**
 * What a chat lacks, and what it shows wrongly: a crash came between the archive and the document, or
 * a moderator while nobody was here.
 */
export function reconciliation(
  archived: readonly Archived[],
  shown: readonly ChatItem[],
): ChatChange {
  const standing = new Set(archived.map(({ id }) => id));
  return {
    add: archived.filter(({ young }) => !young).map(({ young: _, ...item }) => item),
    remove: shown.map(({ id }) => id).filter((id) => !standing.has(id)),
  };
}

const stands = "m.deleted_at is null and m.held_word is null";

const who = `
  join people p on p.id = m.person_id
  join shows w on w.id = m.show_id
  join sellers s on s.id = w.seller_id`;

/** SQL: a message `m` as the chat shows it. Nothing of people but their names. */
const item = `jsonb_strip_nulls(jsonb_build_object('id', m.id, 'n', m.place,
  'kind', case when m.kind = 'announced' then m.kind end, 'name', p.display_name, 'text', m.text,
  'at', floor(extract(epoch from m.created_at)),
  'fromSeller', case when s.person_id = m.person_id then true end))`;

/** SQL: the last `$2` messages of `show`; young ones are not `$3` seconds old. */
export const lastMessages = `
  (select jsonb_agg(${item} || jsonb_build_object('young',
     m.created_at > now() - make_interval(secs => $3)) order by m.place)
   from (
     select * from messages m where m.show_id = show.id and ${stands}
     order by place desc limit $2
   ) m ${who})`;

/** SQL: the show `$1`, if there is one to see. */
export const ofShow = `
  from shows show join sellers owner on owner.id = show.seller_id
  where show.id = $1 and owner.approved_at is not null`;
