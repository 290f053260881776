import type { Database } from "../platform.ts";

/** What people call a variant: `"Knit, Beige / M"`. */
export async function nameOfVariant(database: Database, variantId: string): Promise<string> {
  const [row] = await database.query<{ name: string }>(
    `select concat_ws(', ', p.name, nullif(concat_ws(' / ',
       nullif(v.colour, ''), nullif(v.size, ''), nullif(v.label, '')), '')) as name
     from variants v join products p on p.id = v.product_id where v.id = $1`,
    [variantId],
    { name: "name_of_variant" },
  );
  return row?.name ?? "";
}
