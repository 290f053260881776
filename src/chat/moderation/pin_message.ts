import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { tellShows } from "../../shows/show_json.ts";
import { act, begun, begunWithMessage, type Moderating, noted } from "./act.ts";

export interface Pinned {
  readonly pinnedMessageId: string | null;
}

/**
 * Pins a message above the chat of its show, in place of the one that was.
 * Refusals: NOT_YOURS (also of one that is deleted or held back), IDEMPOTENCY_MISMATCH.
 */
export function pinMessage(
  database: Database,
  asked: Moderating,
  messageId: string,
): Promise<Outcome<Pinned>> {
  return act<Pinned>(database, asked, {
    name: "pin_message",
    text: pin_message,
    parameters: [messageId],
  });
}

/** Takes the pinned message down. Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH. */
export function unpinMessage(database: Database, asked: Moderating): Promise<Outcome<Pinned>> {
  return act<Pinned>(database, asked, {
    name: "unpin_message",
    text: unpin_message,
    parameters: [],
  });
}

const pin_message = `
  with ${begunWithMessage}, judged as (
    select found.*, case
      when found.id is null or found.deleted_at is not null or found.held_word is not null
        then refusal('NOT_YOURS')
    end as refused
    from asked left join found on true
  ), changed as (
    update shows w set pinned_message_id = judged.id, version = w.version + 1
    from judged where judged.refused is null and w.id = judged.show_id
    returning w.*
  ), told as (${tellShows("changed")}
  ), noted as (${
  noted("pin_message", "judged.id", "jsonb_build_object('text', judged.text)", "judged, changed")
})
  ${
  remember("coalesce(judged.refused, jsonb_build_object('pinnedMessageId', judged.id))", "judged")
}`;

const unpin_message = `
  with ${begun}, changed as (
    update shows w set pinned_message_id = null, version = w.version + 1
    from stage where w.id = stage.id and w.pinned_message_id is not null
    returning w.*, stage.pinned_message_id as was
  ), told as (${tellShows("changed")}
  ), noted as (${noted("unpin_message", "changed.was", "'{}'::jsonb", "changed")})
  ${
  remember(
    `case when stage.id is null then refusal('NOT_YOURS')
      else '{"pinnedMessageId": null}' end`,
    "asked left join stage on true",
  )
}`;
