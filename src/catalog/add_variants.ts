import { uuidv7 } from "uuidv7";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { type Outcome, refuse } from "../errors.ts";
import { colours_per_product, sizes_per_product, variants_per_product } from "../limits.ts";
import { type Database, DatabaseError } from "../platform.ts";
import type { VariantWish } from "./create_product.ts";
import { type SellersVariant, tellProducts, variantJson } from "./product_json.ts";

/**
 * Adds variants to a product, all of them or none.
 *
 * Refusals: NOT_YOURS, INVALID (`variants`: a colour in a size that the product has already, or
 * too many), IDEMPOTENCY_MISMATCH.
 */
export async function addVariants(
  database: Database,
  asked: AskedBySeller,
  productId: string,
  variants: readonly VariantWish[],
): Promise<Outcome<{ variants: SellersVariant[] }>> {
  try {
    return await answerOnce(database, asked, {
      name: "add_variants",
      text: add_variants,
      parameters: [
        productId,
        JSON.stringify(variants.map((variant) => ({ id: uuidv7(), ...variant }))),
        colours_per_product,
        sizes_per_product,
        variants_per_product,
      ],
      wish: [productId, variants],
    });
  } catch (error) {
    if (isRepeatedOption(error)) return repeatedOption("variants");
    throw error;
  }
}

/** Whether a statement failed because a product would have had a colour in a size twice. */
export function isRepeatedOption(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === "variants_once";
}

export function repeatedOption(field: string) {
  return refuse("INVALID", { field, fields: [{ field, rule: "repeated" }] });
}

const add_variants = `
  with asked as (select), mine as (
    select * from products where id = $5 and seller_id = $4 and deleted_at is null for no key update
  ), wish as (
    select v.* from rows from (
      jsonb_to_recordset($6::jsonb) as (id uuid, colour text, size text, label text, price int,
        stock int)
    ) with ordinality as v (id, colour, size, label, price, stock, n)
  ), whole as (
    select colour, size, position from variants where product_id = (select id from mine)
    union all
    select colour, size, null from wish
  ), judged as (
    select mine.id, case
      when mine.id is null then refusal('NOT_YOURS')
      when many.colours > $7::int or many.sizes > $8::int or many.variants > $9::int
        then refusal('INVALID', '{"field": "variants",
          "fields": [{"field": "variants", "rule": "tooMany"}]}')
    end as refused, many.last
    from asked left join mine on true, (
      select count(distinct colour) as colours, count(distinct size) as sizes, count(*) as variants,
        coalesce(max(position), 0) as last
      from whole
    ) many
  ), added as (
    insert into variants (id, product_id, colour, size, label, position, price, stock, available)
    select wish.id, judged.id, wish.colour, wish.size, wish.label, judged.last + wish.n,
      wish.price, wish.stock, wish.stock
    from wish, judged where judged.refused is null
    returning *
  ), told as (${
  tellProducts(
    "(select mine.* from mine, judged where judged.refused is null) mine",
  )
})
  ${
  remember(
    `coalesce(judged.refused, jsonb_build_object('variants', (
      select jsonb_agg(${variantJson("v")} order by v.position) from added v)))`,
    "judged",
  )
}`;
