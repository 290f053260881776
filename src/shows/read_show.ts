import type { Message } from "../../views/shop/types.ts";
import { type Offer, offersWhere } from "../catalog/offers.ts";
import { lastMessages } from "../chat/messages.ts";
import { Refused } from "../errors.ts";
import { isUuid } from "../http/identity.ts";
import { hasReplay } from "../replays/has_replay.ts";
import type { Database } from "../platform.ts";
import type { Shop } from "../shop.ts";
import { type Show, showsWhere } from "./shows.ts";

/** Everything on the page of a show that is the same for everybody. */
export interface ShowNow {
  readonly show: Show;
  /** In the seller's order. */
  readonly offers: readonly Offer[];
  /** The last ones, oldest first. */
  readonly messages: readonly Message[];
  /** It was recorded, and can be watched again once it is over. */
  readonly hasReplay: boolean;
}

/**
 * A show as it stands, read once for all who look at the same moment.
 * @throws Refused NOT_YOURS when there is no such show to see
 */
export async function lookAtShow(
  { platform, glance }: Pick<Shop, "platform" | "glance">,
  id: string,
): Promise<ShowNow> {
  const now = isUuid(id)
    ? await glance(`show ${id}`, () => readShow(platform.database, id))
    : undefined;
  if (!now) throw new Refused({ code: "NOT_YOURS" });
  return now;
}

async function readShow(database: Database, id: string): Promise<ShowNow | undefined> {
  const [row] = await database.query<
    { show: Show | null; offers: Offer[] | null; messages: Message[] | null; hasReplay: boolean }
  >(read_show, [id], { name: "read_show" });
  if (!row?.show) return undefined;
  return {
    show: row.show,
    offers: row.offers ?? [],
    messages: row.messages ?? [],
    hasReplay: row.hasReplay,
  };
}

const read_show = `
  select
    (select to_jsonb(show) from (${showsWhere("w.id = $1")}) show) as show,
    (select jsonb_agg(to_jsonb(offer) order by offer.position, offer.id)
     from (${offersWhere("p.show_id = $1")}) offer) as offers,
    (${lastMessages("$1")}) as messages, ${hasReplay("$1")} as "hasReplay"`;
