import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import { columnsOf } from "../db/columns_of.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { serveLines } from "../stock/mod.ts";
import { isRepeatedOption, repeatedOption } from "./add_variants.ts";
import { type SellersVariant, variantJson } from "./product_json.ts";

/** What is to change of a variant; what is left out stays. Its units change in `stock/`. */
export interface VariantChange {
  readonly colour?: string;
  readonly size?: string;
  readonly label?: string;
  /** Minor units. What is held already keeps the price that it was held at. */
  readonly price?: number;
  readonly hidden?: boolean;
}

export interface ChangedVariant extends SellersVariant {
  readonly productId: string;
}

/**
 * Changes a variant. What comes on offer by it goes first to those who wait.
 *
 * Refusals: NOT_YOURS, INVALID (`colour`: another variant has this colour and size),
 * IDEMPOTENCY_MISMATCH.
 */
export async function changeVariant(
  database: Database,
  asked: AskedBySeller,
  variantId: string,
  change: VariantChange,
): Promise<Outcome<ChangedVariant>> {
  try {
    const outcome = await answerOnce<ChangedVariant>(database, asked, {
      name: "change_variant",
      text: change_variant,
      parameters: [variantId, columnsOf(change)],
      wish: [variantId, change],
    });
    await serveLines(database);
    return outcome;
  } catch (error) {
    if (isRepeatedOption(error)) return repeatedOption("colour");
    throw error;
  }
}

const change_variant = `
  with asked as (select), mine as (
    select v as row, p.show_id from variants v join products p on p.id = v.product_id
    where v.id = $5 and p.seller_id = $4 and p.deleted_at is null for no key update of v
  ), changed as (
    update variants v set colour = w.colour, size = w.size, label = w.label, price = w.price,
      hidden = w.hidden, version = v.version + 1
    from mine, jsonb_populate_record(mine.row, $6) w where v.id = w.id
    returning v.*, mine.show_id
  ), told as (
    insert into outbox (topic, subject, body)
    select 'variant', c.id, variant_news(c.product_id, c.show_id, c.price, c.available, c.hidden,
      c.version)
    from changed c
  )
  ${
  remember(
    `case when changed.id is null then refusal('NOT_YOURS')
    else ${variantJson("changed")} || jsonb_build_object('productId', changed.product_id) end`,
    "asked left join changed on true",
  )
}`;
