import type { Recording } from "../media/recordings.ts";

/** A recording as a replay plays it, and the time whose chat belongs to it. Moments are ISO 8601. */
export interface Part {
  readonly file: string;
  readonly beganAt: string;
  readonly seconds: number;
  /** What was said from here on; null: from the beginning. */
  readonly from: string | null;
  /** And before here; null: to the end. */
  readonly until: string | null;
}

/** The parts of a replay, one after the other: each time that the picture came is one. */
export function partsOf(recordings: readonly Recording[]): Part[] {
  const playable = recordings.filter(({ file }) => file.endsWith(".mp4"));
  return playable.map(({ file, beganAt, endedAt }, at) => ({
    file,
    beganAt,
    seconds: Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / 1000)),
    from: at === 0 ? null : beganAt,
    until: playable[at + 1]?.beganAt ?? null,
  }));
}

/** How far into a part something happened; what was before it stands at its beginning. */
export function secondOf({ beganAt }: Part, at: string): number {
  return Math.max(0, Math.floor((Date.parse(at) - Date.parse(beganAt)) / 1000));
}
