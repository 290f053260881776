import type { Outcome } from "../errors.ts";
import { type Database, DatabaseError } from "../platform.ts";

/** The functions of the database that serve a list of requests in one statement. */
export type Verb =
  | "hold"
  | "change_holds"
  | "change_stock"
  | "set_sale"
  | "place_orders"
  | "step_orders"
  | "say";

const attempts_max = 3;

/**
 * Asks the database to serve a list of requests: one statement, one round trip. It is asked again
 * when another statement came first, which has then left its answers behind.
 * @returns an outcome a request, in the order of the requests
 */
export async function serve<Answer>(
  database: Database,
  verb: Verb,
  asked: readonly Asked[],
): Promise<Outcome<Answer>[]> {
  for (let attempt = 1;; attempt++) {
    try {
      const [row] = await database.query<{ answers: Outcome<Answer>[] | null }>(
        `select json_agg(answer order by n) as answers from ${verb}($1::jsonb)`,
        [JSON.stringify(asked)],
        { name: verb },
      );
      return row!.answers ?? [];
    } catch (error) {
      if (attempt === attempts_max || !anotherCameFirst(error)) throw error;
    }
  }
}

// It took an identity of this list, or a lock in another order.
function anotherCameFirst(error: unknown) {
  return error instanceof DatabaseError &&
    (error.constraint === "requests_pkey" || error.sqlState.startsWith("40"));
}

/** What every request carries: who asks, under which identity, and for what, in brief. */
export interface Asked {
  readonly personId: string;
  /** Made by the page or the client before it sent; the same again gets the first answer. */
  readonly requestId: string;
  /** Differs when the same identity comes with another wish. */
  readonly fingerprint: string;
}
