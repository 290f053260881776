import { lapse_variants_per_sweep } from "../limits.ts";
import type { Database } from "../platform.ts";

/**
 * Returns the units of overdue holds and serves the waitlist with them. Whether a hold is overdue
 * is decided in the statement, so calling it early, late or twenty times changes nobody's rights.
 * @returns how many variants changed
 */
export async function lapse(database: Database): Promise<number> {
  const [row] = await database.query<{ changed: number }>(
    "select lapse($1) as changed",
    [lapse_variants_per_sweep],
    { name: "lapse" },
  );
  return row!.changed;
}

/** Serves waiting holds whose variant came on offer when its units were already free. */
export async function serveLines(database: Database): Promise<number> {
  const [row] = await database.query<{ changed: number }>(
    "select serve_lines($1) as changed",
    [lapse_variants_per_sweep],
    { name: "serve_lines" },
  );
  return row!.changed;
}
