import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import { messages_on_joining } from "../../src/limits.ts";
import type { Database } from "../../src/platform.ts";
import type { ChatItem } from "../../src/room/document.ts";
import type { RoomReader } from "./room_reader.ts";
import type { Spoken } from "./talkers.ts";

const agreement_ms_max = 20_000;
const look_again_ms = 50;

export interface Archived {
  readonly id: string;
  readonly n: number;
  readonly text: string;
}

/** Everything that the archive holds of a show, in order. */
export async function readArchive(database: Database, showId: string): Promise<Archived[]> {
  const rows = await database.query<{ id: string; place: string; text: string }>(
    "select id, place, text from messages where show_id = $1 order by place",
    [showId],
  );
  return rows.map(({ id, place, text }) => ({ id, n: Number(place), text }));
}

/** What was acknowledged is there as it was told; what nobody was told of is there at most once. */
export function everyOneOnce(spoken: readonly Spoken[], archive: readonly Archived[]) {
  equal(new Set(archive.map(({ text }) => text)).size, archive.length, "something is there twice");
  const byId = new Map(archive.map((one) => [one.id, one]));
  for (const { id, n, text, abandoned } of spoken) {
    if (abandoned) continue;
    notEqual(n, undefined);
    deepEqual(byId.get(id), { id, n, text });
  }
}

/** Nobody was ever shown what the archive does not hold, or in another place. */
export function onlyWhatIsArchived(seen: readonly ChatItem[], archive: readonly Archived[]) {
  ok(seen.length > 0);
  const byId = new Map(archive.map((one) => [one.id, one]));
  for (const { id, n, text } of seen) deepEqual({ id, n, text }, byId.get(id));
}

/** All who read come to have the same document as the database: the archive's last messages. */
export async function allAgree(database: Database, showId: string, readers: readonly RoomReader[]) {
  // Read anew each time: what nobody waits for any more may come into the archive a while later.
  const last = async () =>
    (await readArchive(database, showId)).slice(-messages_on_joining).map(({ id }) => id);
  const chats = async () =>
    [...readers.map(({ doc }) => doc), await readStored(database, showId)]
      .map((doc) => doc.getArray<ChatItem>("chat").toArray());
  // Not at once: a message that two processes showed late stands twice, until they have met.
  const giveUp = Date.now() + agreement_ms_max;
  while (!agree(await chats(), await last()) && Date.now() < giveUp) {
    await new Promise((rested) => setTimeout(rested, look_again_ms));
  }
  const [first, ...others] = await chats();
  deepEqual(first!.toSorted((one, other) => one.n - other.n).map(({ id }) => id), await last());
  for (const other of others) deepEqual(other, first);
}

function agree([first, ...others]: readonly ChatItem[][], ids: readonly string[]): boolean {
  return first!.length === ids.length && first!.every(({ id }) => ids.includes(id)) &&
    others.every((other) => isDeepStrictEqual(other, first));
}

/** The document that a room would be opened with. */
async function readStored(database: Database, showId: string): Promise<Y.Doc> {
  const rows = await database.query<{ bytes: string }>(
    "select encode(bytes, 'base64') as bytes from room_updates where show_id = $1",
    [showId],
  );
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, Uint8Array.fromBase64(bytes));
  return doc;
}
