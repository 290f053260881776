import { uuidv7 } from "uuidv7";
import { isoSql } from "../db/iso.ts";
import { recording_name_characters_max } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Client } from "./publish.ts";

/** A file that the media server has: `<play origin>/recordings/<file>`. Moments are ISO 8601. */
export interface Recording {
  readonly file: string;
  readonly beganAt: string;
  readonly endedAt: string;
}

/** The recordings of a show, in their order: one for each time that its picture came. */
export function readRecordings(database: Database, showId: string): Promise<Recording[]> {
  return database.query<Recording>(
    `select file, ${isoSql("began_at")} as "beganAt", ${isoSql("ended_at")} as "endedAt"
     from recordings where show_id = $1 order by began_at, file`,
    [showId],
    { name: "read_recordings" },
  );
}

/**
 * Remembers a recording that is whole.
 * @param path where the media server has it; its name may tell when it began:
 *   `<show id>.<milliseconds since 1970>.mp4`
 * @returns whether that can be the name of one
 */
export async function keepRecording(
  database: Database,
  { showId, serviceId, clientId }: Pick<Client, "showId" | "serviceId" | "clientId">,
  path: string,
): Promise<boolean> {
  const file = path.split("/").at(-1)!;
  const { began } = file.match(form)?.groups ?? {};
  if (!form.test(file) || file.length > recording_name_characters_max) return false;
  await database.query(keep_recording, [
    ...[uuidv7(), showId, file, serviceId, clientId],
    began ? new Date(Number(began)).toISOString() : null,
  ], { name: "keep_recording" });
  return true;
}

const form = /^[\w-][\w.-]*?(\.(?<began>\d{13}))?\.(mp4|flv)$/;

/** Without a moment in its name it began when its publisher came. */
const keep_recording = `
  insert into recordings (id, show_id, file, began_at, ended_at)
  select $1::uuid, w.id, $3, least(now(), coalesce($6::timestamptz, (
      select max(p.came_at) from publishers p
      where p.show_id = w.id and p.service_id = $4 and p.client_id = $5), now())), now()
  from shows w where w.id = $2
  on conflict (file) do nothing`;
