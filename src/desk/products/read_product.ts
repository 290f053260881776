import type { Place, StoredPicture } from "../../../views/desk/types.ts";
import { picture } from "../../catalog/offers.ts";
import {
  productJson,
  type SellersProduct,
  type SellersVariant,
} from "../../catalog/product_json.ts";
import type { Database } from "../../platform.ts";
import { place } from "./place.ts";

/** A product with all that its page at the desk shows. */
export interface ProductAtDesk extends SellersProduct {
  readonly place: Place;
  readonly pictures: StoredPicture[];
  readonly variants: VariantAtDesk[];
}

export interface VariantAtDesk extends SellersVariant {
  /** People in line. */
  readonly waiting: number;
  /** Units taken off sale when it was marked sold out. */
  readonly setAside: number;
}

interface Row {
  product: SellersProduct;
  place: Place;
  pictures: StoredPicture[];
  lines: Record<string, Pick<VariantAtDesk, "waiting" | "setAside">>;
}

/** A seller's own product, unless there is none. */
export async function readProduct(
  database: Database,
  sellerId: string,
  productId: string,
): Promise<ProductAtDesk | undefined> {
  const [row] = await database.query<Row>(read_product, [sellerId, productId], {
    name: "desk_product",
  });
  if (!row) return undefined;
  const { product, place, pictures, lines } = row;
  return {
    ...product,
    place,
    pictures,
    variants: product.variants.map((variant) => ({ ...variant, ...lines[variant.id]! })),
  };
}

const read_product = `
  select ${productJson("p")} as product, ${place("p", "w.state")} as place,
    coalesce((
      select jsonb_agg(${picture("f")} || jsonb_build_object('id', f.id) order by g.position)
      from product_pictures g join pictures f on f.id = g.picture_id where g.product_id = p.id
    ), '[]') as pictures,
    (
      select jsonb_object_agg(v.id, jsonb_build_object('setAside', v.set_aside, 'waiting', (
        select count(*) from holds h where h.variant_id = v.id and h.state = 'waiting')))
      from variants v where v.product_id = p.id
    ) as lines
  from products p left join shows w on w.id = p.show_id
  where p.id = $2 and p.seller_id = $1 and p.deleted_at is null`;
