import * as z from "zod";
import { playback_faults_max, playback_first_frame_ms_max } from "../limits.ts";

/** What a player tells of itself, and nothing about who watched. */
export const PlaybackSample = z.strictObject({
  kind: z.enum(["flv", "hls", "native"]),
  /** Null: there was none. */
  firstFrameMs: z.int().min(0).max(playback_first_frame_ms_max).nullable(),
  rebuffers: z.int().min(0).max(playback_faults_max),
  stalls: z.int().min(0).max(playback_faults_max),
});

export type PlaybackSample = z.output<typeof PlaybackSample>;
