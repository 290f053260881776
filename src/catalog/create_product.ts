import { uuidv7 } from "uuidv7";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { productJson, type SellersProduct, tellProducts } from "./product_json.ts";

/** A product as its seller describes it. Amounts are minor units, moments ISO 8601. */
export interface ProductWish {
  readonly name: string;
  readonly description: string;
  readonly showId: string | null;
  readonly originalPrice: number | null;
  readonly newBadge: boolean;
  readonly inStore: boolean;
  readonly visibleFrom: string | null;
  readonly visibleUntil: string | null;
  readonly holdMinutes: number | null;
}

export interface VariantWish {
  readonly colour: string;
  readonly size: string;
  readonly label: string;
  /** Minor units. */
  readonly price: number;
  /** Units to begin with. */
  readonly stock: number;
}

/**
 * Creates a product with its variants; one without options has a single one. It stands last in its
 * show. The variants differ in colour and size: that is for the caller to see to.
 *
 * Refusals: NOT_YOURS (`showId`), IDEMPOTENCY_MISMATCH.
 */
export function createProduct(
  database: Database,
  asked: AskedBySeller,
  product: ProductWish,
  variants: readonly VariantWish[],
): Promise<Outcome<SellersProduct>> {
  return answerOnce<SellersProduct>(database, asked, {
    name: "create_product",
    text: create_product,
    parameters: [
      uuidv7(),
      JSON.stringify(product),
      JSON.stringify(variants.map((variant) => ({ id: uuidv7(), ...variant }))),
    ],
    wish: [product, variants],
  });
}

const create_product = `
  with wish as (
    select * from jsonb_to_record($6::jsonb) as w (name text, description text, "showId" uuid,
      "originalPrice" int, "newBadge" boolean, "inStore" boolean, "visibleFrom" timestamptz,
      "visibleUntil" timestamptz, "holdMinutes" int)
  ), judged as (
    select case
      when "showId" is not null
        and not exists (select from shows s where s.id = "showId" and s.seller_id = $4)
        then refusal('NOT_YOURS', '{"field": "showId"}')
    end as refused
    from wish
  ), made as (
    insert into products (id, seller_id, show_id, name, description, original_price, new_badge,
      in_store, visible_from, visible_until, hold_minutes, position)
    select $5, $4, "showId", name, description, "originalPrice", "newBadge", "inStore",
      "visibleFrom", "visibleUntil", "holdMinutes", (
        select coalesce(max(p.position), 0) + 1 from products p
        where p.show_id = "showId" and p.deleted_at is null)
    from wish, judged where judged.refused is null
    returning *
  ), options as (
    insert into variants (id, product_id, colour, size, label, position, price, stock, available)
    select v.id, made.id, v.colour, v.size, v.label, v.n, v.price, v.stock, v.stock
    from made, rows from (
      jsonb_to_recordset($7::jsonb) as (id uuid, colour text, size text, label text, price int,
        stock int)
    ) with ordinality as v (id, colour, size, label, price, stock, n)
    returning *
  ), told as (${tellProducts("made")})
  ${
  remember(
    `coalesce(judged.refused, ${productJson("made", "options")})`,
    "judged left join made on true",
  )
}`;
