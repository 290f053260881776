import { fromBase64, toBase64 } from "../bytes.ts";
import { messages_on_joining, room_unshown_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";
import { type Archived, lastMessages, ofShow } from "./archive.ts";
import { ChatDocument } from "./document.ts";

/** What a room begins with. */
export interface Stored {
  /** What was authored by whomever, in any order. */
  readonly updates: readonly Uint8Array[];
  readonly archived: readonly Archived[];
}

/** A room that is open: the author of what it stores. */
export interface Author {
  readonly showId: string;
  /** New each time the room is opened; it tells one's own news from others'. */
  readonly openingId: string;
}

/** Where rooms keep what they author. Every verb fails with what the store throws. */
export interface RoomLog {
  /** Reads what a show's room begins with; undefined: there is no such show to see. */
  read(showId: string): Promise<Stored | undefined>;
  /** Stores what was authored, before anybody is shown it. */
  keep(author: Author, update: Uint8Array): Promise<void>;
  /** Makes the updates of a room into one. */
  compact(showId: string): Promise<void>;
}

/** Keeps updates beside the archive, for all processes that share it, and lets them know. */
export function databaseLog(database: Database): RoomLog {
  return {
    async read(showId) {
      const [row] = await database.query<
        { updates: string[] | null; archived: Archived[] | null }
      >(read_room, [showId, messages_on_joining, room_unshown_seconds], { name: "read_room" });
      return row && {
        updates: row.updates?.map(fromBase64) ?? [],
        archived: row.archived ?? [],
      };
    },

    async keep({ showId, openingId }, update) {
      await database.query(store_room_update, [showId, toBase64(update), openingId], {
        name: "store_room_update",
      });
    },

    // Whoever does so at the same time keeps as much as this.
    async compact(showId) {
      const rows = await database.query<{ id: string; bytes: string }>(
        "select id, encode(bytes, 'base64') as bytes from room_updates where show_id = $1",
        [showId],
        { name: "room_updates" },
      );
      const whole = wholeOf(rows.map(({ bytes }) => fromBase64(bytes)));
      await database.query(
        compact_room,
        [showId, rows.map(({ id }) => id), toBase64(whole)],
        { name: "compact_room" },
      );
    },
  };
}

/** One update that says as much as all of these. */
export function wholeOf(updates: readonly Uint8Array[]): Uint8Array {
  const whole = new ChatDocument();
  updates.forEach((update) => whole.merge(update));
  const update = whole.missing();
  whole.destroy();
  return update;
}

// One statement, so that both are seen at the same moment.
const read_room = `
  select
    (select jsonb_agg(encode(u.bytes, 'base64')) from room_updates u where u.show_id = show.id)
      as updates,
    ${lastMessages} as archived
  ${ofShow}`;

const store_room_update = `
  with stored as (
    insert into room_updates (show_id, bytes) values ($1, decode($2, 'base64'))
  )
  insert into outbox (topic, subject, body)
  values ('room', $1, jsonb_build_object('update', $2::text, 'from', $3::text))`;

const compact_room = `
  with melted as (delete from room_updates where id = any ($2::bigint[]) returning id)
  insert into room_updates (show_id, bytes)
  select $1, decode($3, 'base64') where exists (select from melted)`;
