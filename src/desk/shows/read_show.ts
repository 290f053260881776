import type { Choice, DeskShow, ShowProduct, StoredPicture } from "../../../views/desk/types.ts";
import { cover } from "../../cart/cover.ts";
import { picture } from "../../catalog/offers.ts";
import type { Database } from "../../platform.ts";
import { showJson } from "../../shows/show_json.ts";

export interface ShowAtDesk {
  readonly show: DeskShow;
  /** In their order. */
  readonly products: readonly ShowProduct[];
  /** The seller's newest products that are in no show which is still to come or on air. */
  readonly others: readonly Choice[];
}

const others_max = 200;

/** A seller's own show with its goods, unless there is none. */
export async function readShow(
  database: Database,
  sellerId: string,
  showId: string,
): Promise<ShowAtDesk | undefined> {
  const [row] = await database.query<{
    show: Omit<DeskShow, "picture">;
    picture: StoredPicture | null;
    products: ShowProduct[];
    others: Choice[];
  }>(read_show, [sellerId, showId, others_max], { name: "desk_show" });
  return row && {
    show: { ...row.show, picture: row.picture },
    products: row.products,
    others: row.others,
  };
}

const read_show = `
  select ${showJson("s")} as show,
    case when f.id is not null then ${
  picture("f")
} || jsonb_build_object('id', f.id) end as picture,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name,
        'picture', ${cover("p.id")}, 'price', t.price, 'available', t.available, 'held', t.held,
        'sold', t.sold) order by p.position, p.id)
      from products p
      cross join lateral (
        select min(v.price) filter (where not v.hidden) as price,
          coalesce(sum(v.available) filter (where not v.hidden), 0) as available,
          coalesce(sum(v.held), 0) as held, coalesce(sum(v.sold), 0) as sold
        from variants v where v.product_id = p.id
      ) t
      where p.show_id = s.id and p.deleted_at is null
    ), '[]') as products,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.created_at desc)
      from (
        select p.id, p.name, p.created_at from products p left join shows w on w.id = p.show_id
        where p.seller_id = $1 and p.deleted_at is null and p.show_id is distinct from s.id
          and (w.id is null or w.state in ('ended', 'cancelled'))
        order by p.created_at desc limit $3
      ) o
    ), '[]') as others
  from shows s left join pictures f on f.id = s.picture_id
  where s.id = $2 and s.seller_id = $1`;
