import type { Database } from "../platform.ts";

/** How many live holds and waits somebody has. */
export async function countLines(database: Database, shopperId: string): Promise<number> {
  const [row] = await database.query<{ lines: number }>(
    `select count(*)::int as lines from holds
     where shopper_id = $1 and state in ('waiting', 'held')
       and (state = 'waiting' or expires_at > now())`,
    [shopperId],
    { name: "count_lines" },
  );
  return row!.lines;
}
