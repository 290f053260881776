/** How playing went for those who told of it. Times are of the first frame, in milliseconds. */
export interface PlaybackFigures {
  readonly samples: number;
  /** By way of playing. */
  readonly flv: number;
  readonly hls: number;
  readonly native: number;
  /** Those who saw no frame at all. */
  readonly unseen: number;
  readonly median_ms: number | null;
  /** One of twenty waited longer. */
  readonly slow_ms: number | null;
  /** Those whose picture went on without waiting. */
  readonly smooth: number;
  readonly rebuffers: number;
  readonly stalls: number;
}

/** SQL: the `PlaybackFigures` of a show. */
export function playbackFigures(show: string): string {
  const percentile = (part: number) =>
    `round(percentile_cont(${part}) within group (order by s.first_frame_ms))`;
  return `(select jsonb_build_object('samples', count(*),
      'flv', count(*) filter (where s.kind = 'flv'),
      'hls', count(*) filter (where s.kind = 'hls'),
      'native', count(*) filter (where s.kind = 'native'),
      'unseen', count(*) filter (where s.first_frame_ms is null),
      'median_ms', ${percentile(0.5)}, 'slow_ms', ${percentile(0.95)},
      'smooth', count(*) filter (
        where s.first_frame_ms is not null and s.rebuffers = 0 and s.stalls = 0),
      'rebuffers', coalesce(sum(s.rebuffers), 0), 'stalls', coalesce(sum(s.stalls), 0))
    from playback_samples s where s.show_id = ${show})`;
}
