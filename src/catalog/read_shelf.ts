import type { StoreSort } from "../../views/shop/store.tsx";
import { page_size_default, popular_days } from "../limits.ts";
import type { Database } from "../platform.ts";
import { in_store, type Offer, offersWhere } from "./offers.ts";
import { type Paged, paged } from "../http/paging.ts";
import { anywhere } from "./search.ts";

/** What somebody looks for. */
export interface Wish {
  /** Found in names, descriptions and sellers' names; empty finds everything. */
  readonly query: string;
  readonly sort: StoreSort;
  /** From 1. */
  readonly page: number;
}

/** What the store has: all that can be held now and that its seller keeps in the store. */
export async function readShelf(
  database: Database,
  { query, sort, page }: Wish,
): Promise<Paged<Offer>> {
  const [row] = await database.query<{ total: number; items: Offer[] | null }>(
    sort === "popular" ? by_popularity : by_age,
    [anywhere(query), ...windowOf(page)],
    { name: `shelf_${sort}` },
  );
  return paged(row!.items ?? [], row!.total, page);
}

/** What a show has, in its seller's order, on sale or not. */
export async function readGoods(
  database: Database,
  showId: string,
  { query, page }: Omit<Wish, "sort">,
): Promise<Paged<Offer>> {
  const [row] = await database.query<{ total: number; items: Offer[] | null }>(
    goods,
    [anywhere(query), ...windowOf(page), showId],
    { name: "shelf_of_show" },
  );
  return paged(row!.items ?? [], row!.total, page);
}

/** How many, and behind how many others. */
function windowOf(page: number) {
  return [page_size_default, (page - 1) * page_size_default];
}

const matches = "(p.name ilike $1 or p.description ilike $1 or s.name ilike $1)";

const found_in_store = `${in_store} and ${matches}`;

const in_show = `p.show_id = $4 and ${matches}
  and exists (select from offers o where o.product_id = p.id
    and o.refusal is distinct from 'NOT_YOURS')`;

const by_age = shelf("", found_in_store, "p.created_at desc, p.id desc");

const by_popularity = shelf(
  `left join (
    select l.product_id, sum(l.quantity - l.refunded) as units
    from orders b join order_lines l on l.order_id = b.id
    where b.state in ('paid', 'shipped', 'delivered')
      and b.paid_at > now() - interval '${popular_days} days'
    group by l.product_id
  ) bought on bought.product_id = p.id`,
  found_in_store,
  "coalesce(bought.units, 0) desc, p.created_at desc, p.id desc",
);

const goods = shelf("", in_show, "p.position, p.id");

// Finds all, draws terms and pictures only for those on the page.
function shelf(join: string, where: string, order: string) {
  return `
    with found as (
      select p.id, row_number() over (order by ${order}) as place
      from products p join sellers s on s.id = p.seller_id ${join}
      where ${where}
    ), page as (
      select id, place from found order by place limit $2 offset $3
    )
    select (select count(*)::int from found) as total,
      (select jsonb_agg(to_jsonb(offer) order by page.place)
       from (${offersWhere("p.id in (select id from page)")}) offer
       join page on page.id = offer.id) as items`;
}
