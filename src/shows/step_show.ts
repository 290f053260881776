import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { serveLines } from "../stock/mod.ts";
import { type SellersShow, showJson, tellOnAir, tellShows } from "./show_json.ts";

/** A step of a show's life: on air, off air, or not at all. */
export type ShowStep = "airing" | "ending" | "cancellation";

/**
 * Takes a show one step further. What comes on offer by it goes first to those who wait.
 * Refusals: NOT_YOURS, SHOW_STATE, IDEMPOTENCY_MISMATCH.
 */
export async function stepShow(
  database: Database,
  asked: AskedBySeller,
  showId: string,
  step: ShowStep,
): Promise<Outcome<SellersShow>> {
  const { from, to } = steps[step];
  const outcome = await answerOnce<SellersShow>(database, asked, {
    name: "step_show",
    text: step_show,
    parameters: [showId, from, to],
    wish: [showId, step],
  });
  if (step === "airing") await serveLines(database);
  return outcome;
}

const steps: Record<ShowStep, { from: string; to: string }> = {
  airing: { from: "scheduled", to: "live" },
  ending: { from: "live", to: "ended" },
  cancellation: { from: "scheduled", to: "cancelled" },
};

const step_show = `
  with asked as (select), mine as (
    select * from shows where id = $5 and seller_id = $4 for no key update
  ), judged as (
    select mine.id, case
      when mine.id is null then refusal('NOT_YOURS')
      when mine.state <> $6 then refusal('SHOW_STATE', jsonb_build_object('state', mine.state))
    end as refused
    from asked left join mine on true
  ), changed as (
    update shows s set
      state = $7,
      started_at = case when $7 = 'live' then now() else s.started_at end,
      ended_at = case when $7 = 'ended' then now() else s.ended_at end,
      on_air_told_at = case when $7 = 'live' then now() else s.on_air_told_at end,
      version = s.version + 1
    from judged where judged.refused is null and s.id = judged.id
    returning s.*
  ), told as (${tellShows("changed")}
  ), announced as (${tellOnAir("changed")})
  ${
  remember(`coalesce(judged.refused, ${showJson("changed")})`, "judged left join changed on true")
}`;
