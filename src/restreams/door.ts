import * as z from "zod";
import { restream_targets_told_max } from "../limits.ts";

/** What the restreamer and the shop say to each other at `POST /hooks/restreams`. */

export const sounds = ["copy", "transcode", "silent"] as const;
export type Sound = typeof sounds[number];

export const sendingStates = ["starting", "running", "waiting", "failed"] as const;
export type SendingState = typeof sendingStates[number];

/** Why sending ended. Words for them are in the copy; what a far server said is told to nobody. */
export const reasons = [
  "unreachable",
  "certificate",
  "refused",
  "lost",
  "stalled",
  "no_source",
  "forbidden",
  "broken",
] as const;
export type Reason = typeof reasons[number];

/** How it stands with sending to a target, in a turn of the show and a version of the target. */
export const Told = z.object({
  id: z.uuid(),
  turn: z.int().positive(),
  version: z.int().positive(),
  state: z.enum(sendingStates),
  /** Failures in a row. */
  tries: z.int().nonnegative(),
  /** For how long it has been running without a break. */
  seconds: z.int().nonnegative(),
  reason: z.enum(reasons).optional(),
});
export type Told = z.output<typeof Told>;

export const TellingBody = z.object({ targets: z.array(Told).max(restream_targets_told_max) });

/** What should be sent now. */
export const Sent = z.object({
  id: z.string(),
  showId: z.string(),
  turn: z.int(),
  version: z.int(),
  /** Where the show's picture can be had: `rtmp://media.example/live/<show id>`. */
  source: z.string(),
  /** Server and application of the target. */
  url: z.string(),
  key: z.string(),
  sound: z.enum(sounds),
  /** Failures in a row so far, which whoever starts anew goes on counting. */
  tries: z.int(),
});
export type Sent = z.output<typeof Sent>;

export const SendingAnswer = z.object({ targets: z.array(Sent) });
