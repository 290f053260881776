import { uuidv7 } from "uuidv7";
import { fingerprint } from "../../db/fingerprint.ts";
import { once } from "../../db/once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";

/** Who moderates the chat of which show, under which identity. */
export interface Moderating {
  readonly personId: string;
  readonly requestId: string;
  readonly showId: string;
}

interface Act {
  /** Names the statement, and the wish in its fingerprint. */
  readonly name: string;
  /**
   * Begins with `begun` and ends in `remember`; `$1` to `$5` are the person, the identity, the
   * fingerprint, the show, and the id of the audit's row.
   */
  readonly text: string;
  /** From `$6` on. */
  readonly parameters: readonly unknown[];
}

/** Runs one act of moderation in one statement; the same request again gets its first answer. */
export async function act<Answer>(
  database: Database,
  { personId, requestId, showId }: Moderating,
  { name, text, parameters }: Act,
): Promise<Outcome<Answer>> {
  const asked = { personId, requestId, fingerprint: fingerprint(name, [showId, parameters]) };
  return await once<Answer>(database, asked, async () => {
    const [row] = await database.query<{ answer: Outcome<Answer> }>(
      text,
      [personId, requestId, asked.fingerprint, showId, uuidv7(), ...parameters],
      { name },
    );
    return row!.answer;
  });
}

/** SQL: `asked` is one row; `stage` is the show, for those who run its shop. */
export const begun = `asked as (select), stage as (
    select w.* from shows w where w.id = $4 and runs_shop($1, w.seller_id)
  )`;

/** SQL: as `begun`, with the show's message `$6` as `found`. */
export const begunWithMessage = `${begun}, found as (
    select m.*, stage.seller_id, n.display_name from stage
    join messages m on m.show_id = stage.id join people n on n.id = m.person_id where m.id = $6
  )`;

/** SQL: the audit's row about what `from` has changed. */
export function noted(verb: string, subject: string, facts: string, from: string): string {
  return `insert into audit (id, seller_id, actor_id, verb, subject, facts)
    select $5, stage.seller_id, $1, '${verb}', ${subject}, ${facts} from stage, ${from}`;
}

/** SQL: tells moderators' pages and rooms what `from` has changed. */
export function toldModerators(verb: string, facts: string, from: string): string {
  return `insert into outbox (topic, subject, body)
    select 'moderation', stage.id, jsonb_build_object('verb', '${verb}') || ${facts}
    from stage, ${from}`;
}
