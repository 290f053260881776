import { isoSql } from "../db/iso.ts";
import type { Database } from "../platform.ts";

/** When the key of a show was made, ISO 8601; null when it has none. */
export async function keyMadeAt(database: Database, showId: string): Promise<string | null> {
  const [row] = await database.query<{ at: string }>(
    `select ${isoSql("made_at")} as at from publish_keys where show_id = $1`,
    [showId],
    { name: "key_made_at" },
  );
  return row?.at ?? null;
}
