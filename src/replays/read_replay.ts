import type { Message } from "../../views/shop/types.ts";
import { messagesIn } from "../chat/messages.ts";
import { isoSql } from "../db/iso.ts";
import { replay_marks_max, replay_messages_max } from "../limits.ts";
import type { Database } from "../platform.ts";
import type { Part } from "./parts.ts";

/** What happened while a part was recorded. */
export interface PartRead {
  /** Oldest first, without what was deleted or held back. */
  readonly messages: readonly Message[];
  /** What was shown from when on, oldest first; null: nothing. */
  readonly marks: readonly { readonly productId: string | null; readonly at: string }[];
}

/** Reads what belongs to a part: the first messages of it, and what was shown before and in it. */
export async function readPart(
  database: Database,
  showId: string,
  { beganAt, from, until }: Part,
): Promise<PartRead> {
  const [row] = await database.query<
    { messages: Message[] | null; marks: PartRead["marks"] | null }
  >(
    read_part,
    [showId, from, until, beganAt, replay_messages_max, replay_marks_max],
    { name: "read_replay_part" },
  );
  return { messages: row?.messages ?? [], marks: row?.marks ?? [] };
}

const read_part = `
  select (${
  messagesIn(`
    select * from messages
    where show_id = $1 and held_word is null and deleted_at is null
      and ($2::timestamptz is null or created_at >= $2::timestamptz)
      and ($3::timestamptz is null or created_at < $3::timestamptz)
    order by place limit $5`)
}) as messages, (
    select jsonb_agg(jsonb_build_object('productId', m.product_id, 'at', ${isoSql("m.at")})
      order by m.at, m.id)
    from (
      (select * from product_marks where show_id = $1 and at <= $4::timestamptz
       order by at desc, id desc limit 1)
      union all
      (select * from product_marks where show_id = $1 and at > $4::timestamptz
         and ($3::timestamptz is null or at < $3::timestamptz)
       order by at, id limit $6)
    ) m) as marks`;
