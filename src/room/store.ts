import { uuidv7 } from "uuidv7";
import { fromBase64, toBase64 } from "../bytes.ts";
import { isoSql } from "../db/iso.ts";
import {
  messages_on_joining,
  room_unshown_seconds,
  room_updates_between_compactions,
} from "../limits.ts";
import type { Database } from "../platform.ts";
import { type ChatChange, ChatDocument, type ChatItem } from "./document.ts";

/** What a room begins with. */
export interface Stored {
  /** What every process has authored, in any order. */
  readonly updates: readonly Uint8Array[];
  /** The archive's last messages. `young` ones may be on their way into the room still. */
  readonly archived: readonly (ChatItem & { readonly young: boolean })[];
}

/** A room that this process has open: the author of what it stores. */
export interface Author {
  readonly showId: string;
  /** New each time the room is opened; it tells one's own news from others'. */
  readonly openingId: string;
}

/** Reads what a show's room begins with; undefined: there is no such show to see. */
export async function readRoom(database: Database, showId: string): Promise<Stored | undefined> {
  const [row] = await database.query<
    { updates: string[] | null; archived: Stored["archived"] | null }
  >(read_room, [showId, messages_on_joining, room_unshown_seconds], { name: "read_room" });
  return row && {
    updates: row.updates?.map(fromBase64) ?? [],
    archived: row.archived ?? [],
  };
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
  archived: Stored["archived"],
  shown: readonly ChatItem[],
): ChatChange {
  const standing = new Set(archived.map(({ id }) => id));
  return {
    add: archived.filter(({ young }) => !young).map(({ young: _, ...item }) => item),
    remove: shown.map(({ id }) => id).filter((id) => !standing.has(id)),
  };
}

/** Stores what a room authors, and makes its rows into one now and then. */
export class Keeper {
  readonly author: Author;
  #rows: number;

  /** @param rows how many there are */
  constructor(
    private readonly database: Database,
    showId: string,
    rows: number,
    private readonly uncompacted: (error: unknown) => void,
  ) {
    this.author = { showId, openingId: uuidv7() };
    this.#rows = rows;
  }

  /** @throws DatabaseError */
  async keep(update: Uint8Array): Promise<void> {
    await storeUpdate(this.database, this.author, update);
    if (++this.#rows < room_updates_between_compactions) return;
    this.#rows = 0;
    compactRoom(this.database, this.author.showId).catch(this.uncompacted);
  }
}

/** Stores what was authored, and lets the other processes know, before anybody is shown it. */
async function storeUpdate(
  database: Database,
  { showId, openingId }: Author,
  update: Uint8Array,
): Promise<void> {
  await database.query(
    `with stored as (
       insert into room_updates (show_id, bytes) values ($1, decode($2, 'base64'))
     )
     insert into outbox (topic, subject, body)
     values ('room', $1, jsonb_build_object('update', $2::text, 'from', $3::text))`,
    [showId, toBase64(update), openingId],
    { name: "store_room_update" },
  );
}

/** Makes the rows of a room into one. Whoever does so at the same time keeps as much as this. */
export async function compactRoom(database: Database, showId: string): Promise<void> {
  const rows = await database.query<{ id: string; bytes: string }>(
    "select id, encode(bytes, 'base64') as bytes from room_updates where show_id = $1",
    [showId],
    { name: "room_updates" },
  );
  const whole = new ChatDocument();
  rows.forEach(({ bytes }) => whole.merge(fromBase64(bytes)));
  await database.query(
    `with melted as (delete from room_updates where id = any ($2::bigint[]) returning id)
     insert into room_updates (show_id, bytes)
     select $1, decode($3, 'base64') where exists (select from melted)`,
    [showId, rows.map(({ id }) => id), toBase64(whole.missing())],
    { name: "compact_room" },
  );
  whole.destroy();
}

const stands = "m.deleted_at is null and m.held_word is null";

const who = `
  join people p on p.id = m.person_id
  join shows w on w.id = m.show_id
  join sellers s on s.id = w.seller_id`;

/** SQL: a message `m` as the chat shows it. Nothing of people but their names. */
const item = `jsonb_build_object('id', m.id, 'n', m.place, 'kind', m.kind, 'name', p.display_name,
  'text', m.text, 'at', ${isoSql("m.created_at")}, 'fromSeller', s.person_id = m.person_id)`;

// One statement, so that both are seen at the same moment.
const read_room = `
  select
    (select jsonb_agg(encode(u.bytes, 'base64')) from room_updates u where u.show_id = show.id)
      as updates,
    (select jsonb_agg(${item} || jsonb_build_object('young',
       m.created_at > now() - make_interval(secs => $3)) order by m.place)
     from (
       select * from messages m where m.show_id = show.id and ${stands}
       order by place desc limit $2
     ) m ${who}) as archived
  from shows show join sellers owner on owner.id = show.seller_id
  where show.id = $1 and owner.approved_at is not null`;
