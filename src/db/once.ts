import { type Outcome, refuse } from "../errors.ts";
import { type Database, DatabaseError } from "../platform.ts";
import type { Asked } from "./batch.ts";

/**
 * Runs one statement that writes its own answer into `requests`, and answers what it answered the
 * first time when the identity was seen before.
 *
 * The statement ends in `insert into requests (person_id, id, fingerprint, answer) …`: when the
 * identity is taken, the violated key undoes everything the statement did.
 * @throws DatabaseError when the server refuses the statement for another reason
 */
export async function once<Answer>(
  database: Database,
  asked: Asked,
  statement: () => Promise<Outcome<Answer>>,
): Promise<Outcome<Answer>> {
  try {
    return await statement();
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.constraint !== "requests_pkey") throw error;
    return await firstAnswer(database, asked);
  }
}

async function firstAnswer<Answer>(
  database: Database,
  { personId, requestId, fingerprint }: Asked,
): Promise<Outcome<Answer>> {
  const [row] = await database.query<{ fingerprint: string; answer: Outcome<Answer> }>(
    "select fingerprint, answer from requests where person_id = $1 and id = $2",
    [personId, requestId],
    { name: "first_answer" },
  );
  if (row === undefined) return refuse("IDEMPOTENCY_IN_FLIGHT", { retryAfterMs: 1000 });
  return row.fingerprint === fingerprint ? row.answer : refuse("IDEMPOTENCY_MISMATCH");
}
