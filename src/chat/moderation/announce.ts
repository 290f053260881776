import type { Message } from "../../../views/shop/types.ts";
import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { messageJson } from "../messages.ts";
import { act, begun, type Moderating, noted } from "./act.ts";

/**
 * Says something in a chat that stands out. No pace and no held words are in its way.
 * Refusals: NOT_YOURS, SHOW_STATE, IDEMPOTENCY_MISMATCH.
 * @param id UUIDv7 that the message gets
 */
export function announce(
  database: Database,
  asked: Moderating,
  { id, text }: Pick<Message, "id" | "text">,
): Promise<Outcome<Message>> {
  return act<Message>(database, asked, {
    name: "announce",
    text: announce_text,
    parameters: [id, text],
  });
}

const announce_text = `
  with ${begun}, judged as (
    select stage.id as show_id, case
      when stage.id is null then refusal('NOT_YOURS')
      when stage.state not in ('scheduled', 'live')
        then refusal('SHOW_STATE', jsonb_build_object('state', stage.state))
    end as refused
    from asked left join stage on true
  ), said as (
    insert into messages (id, show_id, person_id, text, kind)
    select $6::uuid, show_id, $1, $7::text, 'announced' from judged where refused is null
    on conflict (id) do nothing returning *
  ), told as (
    insert into outbox (topic, subject, body)
    select 'message', show_id, jsonb_build_object('id', id, 'anyone', true) from said
  ), noted as (${
  noted("announce", "said.id", "jsonb_build_object('text', said.text)", "said")
}), answered as (
    select ${messageJson("m")} as message
    from said m join people n on n.id = m.person_id join stage on true
    join sellers s on s.id = stage.seller_id
  )
  ${
  remember(
    `coalesce(judged.refused, message, refusal('IDEMPOTENCY_MISMATCH', '{"field": "id"}'))`,
    "judged left join answered on true",
  )
}`;
