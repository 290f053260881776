import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { tellShows } from "../../shows/show_json.ts";
import { act, begun, type Moderating, noted } from "./act.ts";

export interface SlowMode {
  readonly slowModeSeconds: number;
}

/**
 * Lets everybody but those who run the shop write once in so many seconds; 0 ends it.
 * Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH.
 */
export function setSlowMode(
  database: Database,
  asked: Moderating,
  seconds: number,
): Promise<Outcome<SlowMode>> {
  return act<SlowMode>(database, asked, {
    name: "slow_mode",
    text: slow_mode,
    parameters: [seconds],
  });
}

const slow_mode = `
  with ${begun}, changed as (
    update shows w set slow_mode_seconds = $6, version = w.version + 1
    from stage where w.id = stage.id and w.slow_mode_seconds <> $6
    returning w.*, stage.slow_mode_seconds as was
  ), told as (${tellShows("changed")}
  ), noted as (${
  noted(
    "slow_mode",
    "changed.id",
    "jsonb_build_object('before', changed.was, 'after', changed.slow_mode_seconds)",
    "changed",
  )
})
  ${
  remember(
    `case when stage.id is null then refusal('NOT_YOURS')
      else jsonb_build_object('slowModeSeconds', $6::int) end`,
    "asked left join stage on true",
  )
}`;
