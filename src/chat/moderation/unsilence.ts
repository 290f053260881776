import { remember } from "../../db/answer_once.ts";
import type { Outcome } from "../../errors.ts";
import type { Database } from "../../platform.ts";
import { act, begun, type Moderating, noted, toldModerators } from "./act.ts";

export interface Unsilenced {
  readonly personId: string;
  readonly name: string;
}

/** Ends a mute before its time. Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH. */
export function unmute(
  database: Database,
  asked: Moderating,
  personId: string,
): Promise<Outcome<Unsilenced>> {
  return act<Unsilenced>(database, asked, {
    name: "unmute",
    text: unsilencing("unmute", "mutes"),
    parameters: [personId],
  });
}

/** Takes a ban back. Refusals: NOT_YOURS, IDEMPOTENCY_MISMATCH. */
export function unban(
  database: Database,
  asked: Moderating,
  personId: string,
): Promise<Outcome<Unsilenced>> {
  return act<Unsilenced>(database, asked, {
    name: "unban",
    text: unsilencing("unban", "bans"),
    parameters: [personId],
  });
}

function unsilencing(verb: "unmute" | "unban", table: "mutes" | "bans") {
  return `
  with ${begun}, gone as (
    delete from ${table} t using stage, people n
    where t.seller_id = stage.seller_id and t.person_id = $6 and n.id = t.person_id
    returning t.person_id, n.display_name
  ), told as (${toldModerators(verb, "jsonb_build_object('personId', gone.person_id)", "gone")}
  ), noted as (${
    noted(verb, "gone.person_id", "jsonb_build_object('name', gone.display_name)", "gone")
  })
  ${
    remember(
      `case when gone.person_id is null then refusal('NOT_YOURS') else
        jsonb_build_object('personId', gone.person_id, 'name', gone.display_name) end`,
      "asked left join gone on true",
    )
  }`;
}
