import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";

/** The functions of the database that serve a list of requests in one statement. */
export type Verb = "hold" | "change_holds" | "change_stock" | "place_orders" | "step_orders";

/**
 * Asks the database to serve a list of requests: one statement, one round trip.
 * @returns an outcome a request, in the order of the requests
 */
export async function serve<Answer>(
  database: Database,
  verb: Verb,
  asked: readonly Asked[],
): Promise<Outcome<Answer>[]> {
  const rows = await database.query<{ answer: Outcome<Answer> }>(
    `select answer from ${verb}($1::jsonb) order by n`,
    [JSON.stringify(asked)],
    { name: verb },
  );
  return rows.map((row) => row.answer);
}

/** What every request carries: who asks, under which identity, and for what, in brief. */
export interface Asked {
  readonly personId: string;
  /** Made by the page or the client before it sent; the same again gets the first answer. */
  readonly requestId: string;
  /** Differs when the same identity comes with another wish. */
  readonly fingerprint: string;
}
