import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { notedTarget, type Target, targetJson } from "./target.ts";

/**
 * Sends to a target from now on, or no more. One that is on and is switched on again begins anew, as
 * after it failed. Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH.
 */
export function switchTarget(
  database: Database,
  asked: AskedBySeller,
  targetId: string,
  enabled: boolean,
): Promise<Outcome<Target>> {
  return answerOnce<Target>(database, asked, {
    name: "switch_target",
    text: switch_target,
    parameters: [targetId, enabled],
    wish: [targetId, enabled],
  });
}

const switch_target = `
  with asked as (select), changed as (
    update restream_targets t set enabled = $6, version = t.version + 1
    where t.id = $5 and t.seller_id = $4 returning t.*
  ), noted as (${
  notedTarget("switch_target", "changed", "jsonb_build_object('enabled', changed.enabled)")
})
  ${
  remember(
    `case when changed.id is null then refusal('NOT_YOURS') else ${targetJson("changed")} end`,
    "asked left join changed on true",
  )
}`;
