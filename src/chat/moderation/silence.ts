import { remember } from "../../db/answer_once.ts";
import { isoSql } from "../../db/iso.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { act, begunWithMessage, type Moderating, noted, toldModerators } from "./act.ts";

/** Somebody who may not write in a shop's chats. */
export interface Silenced {
  readonly personId: string;
  readonly name: string;
  /** ISO 8601, of a mute; a ban lasts. */
  readonly until: string | null;
}

/**
 * Mutes the author of a message in all chats of the shop, from now on and for so long.
 * Refusals: NOT_YOURS, INVALID (who runs the shop is not muted), IDEMPOTENCY_MISMATCH.
 */
export function muteAuthor(
  database: Database,
  asked: Moderating,
  messageId: string,
  minutes: number,
): Promise<Outcome<Silenced>> {
  return act<Silenced>(database, asked, {
    name: "mute",
    text: mute,
    parameters: [messageId, minutes],
  });
}

/**
 * Bans the author of a message from all chats of the shop, until somebody takes it back.
 * Refusals: NOT_YOURS, INVALID (who runs the shop is not banned), IDEMPOTENCY_MISMATCH.
 */
export function banAuthor(
  database: Database,
  asked: Moderating,
  messageId: string,
): Promise<Outcome<Silenced>> {
  return act<Silenced>(database, asked, { name: "ban", text: ban, parameters: [messageId] });
}

const facts = "jsonb_build_object('personId', changed.person_id)";

function silencing(verb: "mute" | "ban", change: string, until: string, why: string) {
  return `
  with ${begunWithMessage}, judged as (
    select found.person_id, found.display_name, case
      when found.id is null then refusal('NOT_YOURS')
      when runs_shop(found.person_id, found.seller_id) then refusal('INVALID',
        '{"field": "messageId", "fields": [{"field": "messageId", "rule": "runsShop"}]}')
    end as refused
    from asked left join found on true
  ), changed as (${change}
  ), told as (${toldModerators(verb, facts, "changed")}
  ), noted as (${noted(verb, "changed.person_id", why, "changed, found")})
  ${
    remember(
      `coalesce(judged.refused, jsonb_build_object('personId', judged.person_id,
        'name', judged.display_name, 'until', ${until}))`,
      "judged left join changed on true",
    )
  }`;
}

const mute = silencing(
  "mute",
  `
    insert into mutes (seller_id, person_id, until)
    select stage.seller_id, judged.person_id, now() + make_interval(mins => $7)
    from stage, judged where judged.refused is null
    on conflict (seller_id, person_id) do update set until = excluded.until
    returning *`,
  isoSql("changed.until"),
  `jsonb_build_object('name', found.display_name, 'messageId', found.id, 'text', found.text,
    'minutes', $7::int)`,
);

const ban = silencing(
  "ban",
  `
    insert into bans (seller_id, person_id)
    select stage.seller_id, judged.person_id from stage, judged where judged.refused is null
    on conflict (seller_id, person_id) do nothing
    returning *`,
  "null",
  "jsonb_build_object('name', found.display_name, 'messageId', found.id, 'text', found.text)",
);
