import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { tellShows } from "../../shows/show_json.ts";
import { act, begunWithMessage, type Moderating, noted, toldModerators } from "./act.ts";

export interface DeletedMessage {
  readonly id: string;
  readonly deleted: true;
}

/**
 * Takes a message away from everybody; the archive keeps its text. If it was pinned, nothing is.
 * Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH.
 */
export function deleteMessage(
  database: Database,
  asked: Moderating,
  messageId: string,
): Promise<Outcome<DeletedMessage>> {
  return act<DeletedMessage>(database, asked, {
    name: "delete_message",
    text: delete_message,
    parameters: [messageId],
  });
}

const facts = "jsonb_build_object('messageId', gone.id)";

const delete_message = `
  with ${begunWithMessage}, judged as (
    select found.id, case when found.id is null then refusal('NOT_YOURS') end as refused
    from asked left join found on true
  ), gone as (
    update messages m set deleted_at = now() from judged
    where judged.refused is null and m.id = judged.id and m.deleted_at is null returning m.*
  ), unpinned as (
    update shows w set pinned_message_id = null, version = w.version + 1 from gone
    where w.id = gone.show_id and w.pinned_message_id = gone.id returning w.*
  ), told_of_show as (${tellShows("unpinned")}
  ), told as (${toldModerators("delete_message", facts, "gone")}
  ), noted as (${
  noted(
    "delete_message",
    "gone.id",
    "jsonb_build_object('personId', gone.person_id, 'text', gone.text)",
    "gone",
  )
})
  ${
  remember(
    "coalesce(judged.refused, jsonb_build_object('id', judged.id, 'deleted', true))",
    "judged",
  )
}`;
