import * as z from "zod";
import { typedWhole, whole } from "../../desk/fields.ts";
import { plainText } from "../../http/plain_text.ts";
import {
  held_word_characters_max,
  mute_minutes_default,
  mute_minutes_range,
  slow_mode_seconds_range,
} from "../../limits.ts";
import { folded } from "./folded.ts";

/** What moderators ask for, over the API and by forms. */

export const Minutes = whole(...mute_minutes_range);
export const Seconds = whole(...slow_mode_seconds_range);
export const Word = z.string()
  .transform((text) => folded(plainText(text)))
  .pipe(z.string().min(1, "required").max(held_word_characters_max))
  .meta({ type: "string", minLength: 1, maxLength: held_word_characters_max });

export const OfMessage = z.strictObject({ messageId: z.uuid() });
export const MuteBody = OfMessage.extend({ minutes: Minutes.default(mute_minutes_default) });
export const SlowModeBody = z.strictObject({ seconds: Seconds });
export const WordBody = z.strictObject({ word: Word });

export const SlowModeForm = z.strictObject({ seconds: typedWhole(Seconds) });
