import { in_store, type Offer, offersWhere } from "../catalog/offers.ts";
import { home_coming_shows, home_live_shows, home_products } from "../limits.ts";
import type { Database } from "../platform.ts";
import { type Show, showsWhere } from "../shows/shows.ts";

/** What the shop has to show to whoever comes in. */
export interface Home {
  readonly live: readonly Show[];
  readonly coming: readonly Show[];
  readonly offers: readonly Offer[];
}

export async function readHome(database: Database): Promise<Home> {
  const [row] = await database.query<
    { live: Show[] | null; coming: Show[] | null; offers: Offer[] | null }
  >(read_home, [home_live_shows, home_coming_shows, home_products], { name: "read_home" });
  return {
    live: row!.live ?? [],
    coming: row!.coming ?? [],
    offers: row!.offers ?? [],
  };
}

const read_home = `
  with stage as (
    select w.id from shows w join sellers s on s.id = w.seller_id
    where w.state = 'live' and s.approved_at is not null
    order by w.started_at desc, w.id limit $1
  ), bill as (
    select w.id from shows w join sellers s on s.id = w.seller_id
    where w.state = 'scheduled' and s.approved_at is not null
    order by w.starts_at, w.id limit $2
  ), shelf as (
    select p.id from products p where ${in_store}
    order by p.created_at desc, p.id desc limit $3
  )
  select
    (select jsonb_agg(to_jsonb(show) order by show."startedAt" desc, show.id)
     from (${showsWhere("w.id in (select id from stage)")}) show) as live,
    (select jsonb_agg(to_jsonb(show) order by show."startsAt", show.id)
     from (${showsWhere("w.id in (select id from bill)")}) show) as coming,
    (select jsonb_agg(to_jsonb(offer) order by offer."createdAt" desc, offer.id desc)
     from (${offersWhere("p.id in (select id from shelf)")}) offer) as offers`;
