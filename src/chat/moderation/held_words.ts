import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import { held_words_per_seller } from "../../limits.ts";
import type { Database } from "../../platform.ts";
import { act, begun, type Moderating, noted, toldModerators } from "./act.ts";

export interface HeldWord {
  readonly word: string;
}

/**
 * From now on messages with this word, in any case and width, are held back in the shop's chats.
 * The word is folded.
 * Refusals: NOT_YOURS, INVALID (too many), IDEMPOTENCY_MISMATCH.
 */
export function holdWord(
  database: Database,
  asked: Moderating,
  word: string,
): Promise<Outcome<HeldWord>> {
  return act<HeldWord>(database, asked, {
    name: "hold_word",
    text: hold_word,
    parameters: [word, held_words_per_seller],
  });
}

/** The word holds nothing back any more. Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH. */
export function freeWord(
  database: Database,
  asked: Moderating,
  word: string,
): Promise<Outcome<HeldWord>> {
  return act<HeldWord>(database, asked, {
    name: "free_word",
    text: free_word,
    parameters: [word],
  });
}

const facts = "jsonb_build_object('word', changed.word)";

const hold_word = `
  with ${begun}, judged as (
    select stage.seller_id, case
      when stage.id is null then refusal('NOT_YOURS')
      when (select count(*) from held_words w where w.seller_id = stage.seller_id) >= $7
        then refusal('INVALID', jsonb_build_object('field', 'word', 'fields', jsonb_build_array(
          jsonb_build_object('field', 'word', 'rule', 'tooMany:' || $7::int))))
    end as refused
    from asked left join stage on true
  ), changed as (
    insert into held_words (seller_id, word)
    select seller_id, $6 from judged where refused is null
    on conflict (seller_id, word) do nothing returning *
  ), told as (${toldModerators("hold_word", "'{}'::jsonb", "changed")}
  ), noted as (${noted("hold_word", "changed.seller_id", facts, "changed")})
  ${remember("coalesce(judged.refused, jsonb_build_object('word', $6::text))", "judged")}`;

const free_word = `
  with ${begun}, changed as (
    delete from held_words w using stage
    where w.seller_id = stage.seller_id and w.word = $6
    returning w.*
  ), told as (${toldModerators("free_word", "'{}'::jsonb", "changed")}
  ), noted as (${noted("free_word", "changed.seller_id", facts, "changed")})
  ${
  remember(
    `case when changed.word is null then refusal('NOT_YOURS')
      else jsonb_build_object('word', changed.word) end`,
    "asked left join changed on true",
  )
}`;
