import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { notedTarget } from "./target.ts";

export interface DeletedTarget {
  readonly id: string;
  readonly deleted: true;
}

/** Forgets a target with its key. Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH. */
export function deleteTarget(
  database: Database,
  asked: AskedBySeller,
  targetId: string,
): Promise<Outcome<DeletedTarget>> {
  return answerOnce<DeletedTarget>(database, asked, {
    name: "delete_target",
    text: delete_target,
    parameters: [targetId],
    wish: targetId,
  });
}

const delete_target = `
  with asked as (select), gone as (
    delete from restream_targets t where t.id = $5 and t.seller_id = $4 returning t.*
  ), noted as (${notedTarget("delete_target", "gone")})
  ${
  remember(
    `case when gone.id is null then refusal('NOT_YOURS')
      else jsonb_build_object('id', gone.id, 'deleted', true) end`,
    "asked left join gone on true",
  )
}`;
