import type { Message } from "../../../views/shop/types.ts";
import { isoSql } from "../../db/iso.ts";
import { held_back_listed_max, silenced_listed_max } from "../../limits.ts";
import type { Database } from "../../platform.ts";
import { messagesIn } from "../messages.ts";
import type { Silenced } from "./silence.ts";

/** What moderators see of a chat beside what everybody sees. */
export interface Moderation {
  /** Oldest first. */
  readonly heldBack: readonly Message[];
  /** Muted and banned in all chats of the shop; those banned first, then by their name. */
  readonly silenced: readonly Silenced[];
  readonly words: readonly string[];
}

export async function readModeration(database: Database, showId: string): Promise<Moderation> {
  const [row] = await database.query<Moderation>(
    read_moderation,
    [showId, held_back_listed_max, silenced_listed_max],
    { name: "read_moderation" },
  );
  return row!;
}

const read_moderation = `
  select
    coalesce((${
  messagesIn(`
      select * from messages
      where show_id = $1 and held_word is not null and deleted_at is null
      order by place limit $2`)
}), '[]') as "heldBack",
    coalesce((
      select jsonb_agg(jsonb_build_object('personId', q.person_id, 'name', q.display_name,
        'until', ${isoSql("q.until")}) order by q.until nulls first, q.display_name)
      from (
        select b.person_id, n.display_name, null::timestamptz as until
        from bans b join people n on n.id = b.person_id where b.seller_id = shop.seller_id
        union all
        select t.person_id, n.display_name, t.until
        from mutes t join people n on n.id = t.person_id
        where t.seller_id = shop.seller_id and t.until > now()
        limit $3
      ) q
    ), '[]') as silenced,
    coalesce((
      select jsonb_agg(w.word order by w.word) from held_words w
      where w.seller_id = shop.seller_id), '[]') as words
  from shows shop where shop.id = $1`;
