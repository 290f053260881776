import { media_turned_away_hours } from "../limits.ts";
import type { Database } from "../platform.ts";

/** Forgets publishers who were turned away long ago: nobody sends their hooks again. */
export async function forgetTurnedAway(database: Database): Promise<void> {
  await database.query(
    "delete from publishers where turn is null and came_at < now() - make_interval(hours => $1)",
    [media_turned_away_hours],
  );
}
