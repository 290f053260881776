import { uuidv7 } from "uuidv7";
import { answerOnce, type AskedBySeller, remember } from "../db/answer_once.ts";
import type { Outcome } from "../errors.ts";
import type { Database } from "../platform.ts";
import { type SellersShow, showJson, tellShows } from "./show_json.ts";

export interface ShowWish {
  readonly title: string;
  readonly description: string;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly freeShipping: "never" | "always" | "threshold";
  /** Minor units. */
  readonly freeShippingFrom: number;
  readonly notice: string;
}

/** Schedules a show. Refusals: IDEMPOTENCY_MISMATCH. */
export function createShow(
  database: Database,
  asked: AskedBySeller,
  wish: ShowWish,
): Promise<Outcome<SellersShow>> {
  const { title, description, startsAt, freeShipping, freeShippingFrom, notice } = wish;
  return answerOnce<SellersShow>(database, asked, {
    name: "create_show",
    text: create_show,
    parameters: [
      uuidv7(),
      title,
      description,
      startsAt,
      freeShipping,
      freeShippingFrom,
      notice,
    ],
    wish,
  });
}

const create_show = `
  with made as (
    insert into shows (id, seller_id, title, description, starts_at, free_shipping,
      free_shipping_from, notice)
    values ($5, $4, $6, $7, $8, $9, $10, $11) returning *
  ), told as (${tellShows("made")})
  ${remember(showJson("made"), "made")}`;
