import { restream_silent_seconds_max } from "../limits.ts";
import type { Database } from "../platform.ts";
import { type Reason, sendingStates } from "./door.ts";
import { dueTargets } from "./due.ts";
import { type Target, targetJson } from "./target.ts";

/**
 * How it stands with a target: switched off; no show on air; a show without its picture; nobody there
 * who sends; or as whoever sends tells it.
 */
export const standings = ["off", "idle", "signal", "unattended", ...sendingStates] as const;
export type Standing = typeof standings[number];

export interface TargetStanding extends Target {
  readonly standing: Standing;
  /** The show that it is about, while one is on air. */
  readonly showId: string | null;
  /** Failures in a row. */
  readonly tries: number;
  /** For how long it has been running without a break. */
  readonly seconds: number;
  /** Why it last ended. */
  readonly reason: Reason | null;
}

/** A seller's targets, oldest first, and how it stands with each. */
export async function readTargets(
  database: Database,
  sellerId: string,
): Promise<TargetStanding[]> {
  const [row] = await database.query<{ items: TargetStanding[] }>(
    read_targets,
    [sellerId, restream_silent_seconds_max],
    { name: "read_targets" },
  );
  return row!.items;
}

const read_targets = `
  with due as (${dueTargets})
  select coalesce(jsonb_agg(${targetJson("t")} || jsonb_build_object(
    'standing', case
      when not t.enabled then 'off'
      when live.id is null then 'idle'
      when due.id is null then 'signal'
      when s.state = 'failed' then s.state
      when greatest(heard.told_at, due.came_at) < now() - make_interval(secs => $2)
        then 'unattended'
      else coalesce(s.state, 'starting')
    end,
    'showId', live.id, 'tries', coalesce(s.tries, 0), 'seconds', coalesce(s.seconds, 0),
    'reason', s.reason) order by t.created_at, t.id), '[]') as items
  from restream_targets t
  left join due on due.id = t.id
  left join lateral (
    select w.id from shows w where w.seller_id = t.seller_id and w.state = 'live'
    order by w.id is not distinct from due.show_id desc, w.started_at, w.id limit 1
  ) live on true
  left join restream_states heard on heard.target_id = t.id
  left join restream_states s on s.target_id = t.id
    and (s.show_id, s.turn, s.version) = (due.show_id, due.turn, due.version)
  where t.seller_id = $1`;
