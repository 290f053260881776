import { vault } from "../accounts/vault.ts";
import { restream_targets_told_max, restream_told_again_seconds } from "../limits.ts";
import type { Platform } from "../platform.ts";
import type { Sent, Told } from "./door.ts";
import { dueTargets } from "./due.ts";

type Row = Omit<Sent, "source" | "key"> & { readonly sealed: string };

/**
 * Hears how it stands with sending, and says what should be sent now: what failed in this turn and
 * version is left alone. One that tells of what is no more is not listened to.
 */
export async function tellTargets(
  { database, configuration, log }: Pick<Platform, "database" | "configuration" | "log">,
  told: readonly Told[],
): Promise<Sent[]> {
  const rows = await database.query<Row>(
    tell_targets,
    [JSON.stringify(told), restream_told_again_seconds, restream_targets_told_max],
    { name: "tell_targets" },
  );
  const keys = vault(configuration);
  const targets: Sent[] = [];
  for (const { sealed, ...row } of rows) {
    const key = await keys.open(sealed, row.id).catch(() => undefined);
    const source = `${configuration.media!.publishUrl}/${row.showId}`;
    if (key !== undefined) targets.push({ ...row, source, key });
    else log("error", "restream.sealed", { target: row.id });
  }
  return targets;
}

const tell_targets = `
  with told as (
    select distinct on (id) * from jsonb_to_recordset($1) as t (id uuid, turn int, version int,
      state text, tries int, seconds int, reason text)
    order by id
  ), due as (${dueTargets}
  ), known as (
    select due.id, s.state, s.tries
    from due join restream_states s on s.target_id = due.id
    where (s.show_id, s.turn, s.version) = (due.show_id, due.turn, due.version)
  ), heard as (
    select due.id, due.show_id, told.turn, told.version, told.state, told.tries, told.seconds,
      told.reason
    from told join due using (id, turn, version)
  ), kept as (
    insert into restream_states as s
      (target_id, show_id, turn, version, state, tries, seconds, reason)
    select id, show_id, turn, version, state, tries, seconds, reason from heard
    on conflict (target_id) do update set show_id = excluded.show_id, turn = excluded.turn,
      version = excluded.version, state = excluded.state, tries = excluded.tries,
      seconds = excluded.seconds, reason = excluded.reason, told_at = now()
    where (s.show_id, s.turn, s.version, s.state, s.tries, s.reason) is distinct from
        (excluded.show_id, excluded.turn, excluded.version, excluded.state, excluded.tries,
          excluded.reason)
      or s.told_at < now() - make_interval(secs => $2)
  )
  select due.id, due.show_id as "showId", due.turn, due.version, due.url,
    due.key_sealed as sealed, due.sound, coalesce(heard.tries, known.tries, 0) as tries
  from due left join heard using (id) left join known using (id)
  where coalesce(heard.state, known.state) is distinct from 'failed'
  limit $3`;
