import { playback_samples_per_show, playback_told_after_minutes } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { PlaybackSample } from "./sample.ts";

/** Keeps how playing went, as long as the show is on air or has just ended, and has few of them. */
export async function keepSample(
  database: Database,
  showId: string,
  { kind, firstFrameMs, rebuffers, stalls }: PlaybackSample,
): Promise<void> {
  await database.query(
    keep_sample,
    [
      ...[showId, kind, firstFrameMs, rebuffers, stalls],
      ...[playback_samples_per_show, playback_told_after_minutes],
    ],
    { name: "keep_playback_sample" },
  );
}

const keep_sample = `
  insert into playback_samples (show_id, kind, first_frame_ms, rebuffers, stalls)
  select w.id, $2, $3::int, $4::int, $5::int from shows w
  where w.id = $1
    and (w.state = 'live' or w.state = 'ended' and w.ended_at > now() - $7 * interval '1 minute')
    and (select count(*) from (
      select from playback_samples s where s.show_id = w.id limit $6
    ) known) < $6`;
