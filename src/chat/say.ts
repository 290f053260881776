import * as z from "zod";
import type { Message } from "../../views/shop/types.ts";
import { serve } from "../db/batch.ts";
import { fingerprint } from "../db/fingerprint.ts";
import { iso } from "../db/iso.ts";
import type { Outcome } from "../errors.ts";
import { plainText } from "../http/plain_text.ts";
import { message_characters_max, messages_per_person, messages_window_seconds } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Shop } from "../shop.ts";
import { folded } from "./moderation/folded.ts";

/** What can be said: characters are counted as people count them, and some must be visible. */
export const MessageText = z.string()
  .transform(plainText)
  .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), "required")
  .refine(
    (text) => [...text].length <= message_characters_max,
    `tooLong:${message_characters_max}`,
  );

export interface Utterance {
  readonly personId: string;
  readonly requestId: string;
  /** UUIDv7 that the message gets. */
  readonly id: string;
  readonly showId: string;
  readonly text: string;
}

/**
 * Says something in the chat of a show, once, however often it is sent. It is in the archive and in
 * the room when this answers.
 *
 * Refusals: NOT_YOURS (no such show), SHOW_STATE, MUTED, BANNED, RATE_LIMITED, SLOW_MODE,
 * IDEMPOTENCY_MISMATCH, UNAVAILABLE.
 */
export function say(shop: Shop, utterance: Utterance): Promise<Outcome<Message>> {
  return shop.say(utterance);
}

/** Archives what is said in one room. `fresh` is what nobody archived before and all may read. */
export async function sayAll(
  database: Database,
  utterances: readonly Utterance[],
): Promise<{ fresh: boolean; outcome: Outcome<Message> }[]> {
  const outcomes = await serve<Message & { fresh?: true }>(database, "say", utterances.map(ask));
  return outcomes.map((outcome) => {
    if (outcome.refusal) return { fresh: false, outcome };
    const { fresh = false, ...said } = outcome;
    return { fresh, outcome: { ...said, at: iso(said.at) } };
  });
}

function ask(utterance: Utterance) {
  const { showId, id, text } = utterance;
  return {
    ...utterance,
    fingerprint: fingerprint("say", [showId, id, text]),
    folded: folded(text),
    messagesMax: messages_per_person,
    windowSeconds: messages_window_seconds,
  };
}
