import type { Message } from "../../../views/shop/types.ts";
import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { messageJson } from "../messages.ts";
import { act, begunWithMessage, type Moderating, noted, toldModerators } from "./act.ts";

/**
 * Lets a message out that was held back. It appears as the newest, with the time when it was said.
 * Refusals: NOT_YOURS (also of one that is not held back), IDEMPOTENCY_MISMATCH.
 */
export function releaseMessage(
  database: Database,
  asked: Moderating,
  messageId: string,
): Promise<Outcome<Message>> {
  return act<Message>(database, asked, {
    name: "release_message",
    text: release_message,
    parameters: [messageId],
  });
}

const release_message = `
  with ${begunWithMessage}, changed as (
    update messages m set held_word = null, place = default from found
    where m.id = found.id and m.held_word is not null and m.deleted_at is null
    returning m.*, found.held_word as word
  ), told_all as (
    insert into outbox (topic, subject, body)
    select 'message', show_id, jsonb_build_object('id', id, 'anyone', true) from changed
  ), told as (${toldModerators("release_message", "'{}'::jsonb", "changed")}
  ), noted as (${
  noted(
    "release_message",
    "changed.id",
    "jsonb_build_object('text', changed.text, 'word', changed.word)",
    "changed",
  )
}), answered as (
    select ${messageJson("m")} as message
    from changed m join people n on n.id = m.person_id join stage on true
    join sellers s on s.id = stage.seller_id
  )
  ${remember("coalesce(message, refusal('NOT_YOURS'))", "asked left join answered on true")}`;
