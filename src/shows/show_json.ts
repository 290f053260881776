import type { ShowState, Signal } from "../../views/shop/types.ts";
import { isoSql } from "../db/iso.ts";

/** A show as its seller and the API of the desk see it. Moments are ISO 8601. */
export interface SellersShow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly state: ShowState;
  readonly startsAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly freeShipping: "never" | "always" | "threshold";
  /** Minor units. */
  readonly freeShippingFrom: number;
  readonly featuredProductId: string | null;
  readonly notice: string;
  /** The most people who watched at once while it was on air. */
  readonly viewersPeak: number;
  readonly signal: Signal;
  /** How often its picture came: 1, 2, … */
  readonly turn: number;
}

/** SQL: a row of `shows` as a `SellersShow`. */
export function showJson(row: string): string {
  return `jsonb_build_object('id', ${row}.id, 'title', ${row}.title,
    'description', ${row}.description, 'state', ${row}.state,
    'startsAt', ${isoSql(`${row}.starts_at`)}, 'startedAt', ${isoSql(`${row}.started_at`)},
    'endedAt', ${isoSql(`${row}.ended_at`)}, 'freeShipping', ${row}.free_shipping,
    'freeShippingFrom', ${row}.free_shipping_from,
    'featuredProductId', ${row}.featured_product_id, 'notice', ${row}.notice,
    'viewersPeak', ${row}.viewers_peak,
    'signal', ${signalOf(row)}, 'turn', ${turnOf(row)})`;
}

/** SQL: a row of `shows`'s `Signal`. One that is not on air has none. */
export function signalOf(row: string): string {
  return `case when ${row}.state = 'live'
    then coalesce((select g.state from signals g where g.show_id = ${row}.id), 'none')
    else 'none' end`;
}

/** SQL: how often the picture of a row of `shows` came. */
export function turnOf(row: string): string {
  return `coalesce((select g.turn from signals g where g.show_id = ${row}.id), 0)`;
}

/** SQL: tells the open pages that these shows have changed. */
export function tellShows(rows: string): string {
  return `insert into outbox (topic, subject, body)
    select 'show', id, jsonb_build_object('state', state, 'version', version) from ${rows}`;
}

/** SQL: asks for the message to those who follow the sellers of those shows which are on air. */
export function tellOnAir(rows: string): string {
  return `insert into outbox (topic, subject, body)
    select 'on-air', id, jsonb_build_object('sellerId', seller_id) from ${rows}
    where state = 'live'`;
}
