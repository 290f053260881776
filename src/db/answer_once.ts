import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { fingerprint } from "./fingerprint.ts";
import { once } from "./once.ts";

/** Who asks for something on behalf of a shop, and under which identity. */
export interface AskedBySeller {
  readonly personId: string;
  readonly requestId: string;
  readonly sellerId: string;
}

interface Statement {
  /** Names the statement, and the wish in its fingerprint. */
  readonly name: string;
  /** Ends in `remember`; `$1` to `$4` are the person, the identity, the fingerprint and the shop. */
  readonly text: string;
  /** From `$5` on. */
  readonly parameters: readonly unknown[];
  /** What is asked for; the same identity with another wish is refused. */
  readonly wish: unknown;
}

/** Runs one statement for a shop; the same request again gets its first answer. */
export async function answerOnce<Answer>(
  database: Database,
  { personId, requestId, sellerId }: AskedBySeller,
  { name, text, parameters, wish }: Statement,
): Promise<Outcome<Answer>> {
  const asked = { personId, requestId, fingerprint: fingerprint(name, wish) };
  return await once<Answer>(database, asked, async () => {
    const [row] = await database.query<{ answer: Outcome<Answer> }>(
      text,
      [personId, requestId, asked.fingerprint, sellerId, ...parameters],
      { name },
    );
    return row!.answer;
  });
}

/** SQL: the end of a statement: remembers its answer under the request's identity, and gives it. */
export function remember(answer: string, from: string): string {
  return `insert into requests (person_id, id, fingerprint, answer)
    select $1::uuid, $2::uuid, $3, ${answer} from ${from} returning answer`;
}
