import type { Database } from "../../../../src/platform.ts";
import { invariants } from "../../../support/invariants.ts";
import { goods, type OrderModel } from "./order_model.ts";
import type { StockModel } from "./stock_model.ts";

/** All that is to be seen of a shop. */
export interface Sight {
  /** available, held, sold, price */
  readonly variants: readonly unknown[];
  /** id, state, quantity, price, minutes left */
  readonly lines: readonly unknown[];
  /** id, state, goods, shipping, refunded */
  readonly orders: readonly unknown[];
  /** Invariants that do not hold. */
  readonly untrue: readonly string[];
}

export function lookAtModel(stock: StockModel, { orders }: OrderModel): Sight {
  return {
    variants: stock.variants.map((
      { available, held, sold, price },
    ) => [available, held, sold, price]),
    lines: stock.lines.map(({ id, state, quantity, price, deadline }) => [
      id,
      state,
      quantity,
      price ?? null,
      state === "held" ? deadline! - stock.now : null,
    ]),
    orders: orders.map((order) => [
      order.id,
      order.state,
      goods(order),
      order.shipping,
      order.refunded,
    ]),
    untrue: [],
  };
}

// Here people wait for units that are free until the line is served again: the model says when.
const asserted = invariants.filter(({ sentence }) => !sentence.startsWith("Nobody waits"));

const untrue = asserted.map(({ query }, n) => `select ${n} as n from (${query}) broken`);

const sight = `
  select
    (select coalesce(jsonb_agg(jsonb_build_array(available, held, sold, price)
      order by array_position($1::uuid[], id)), '[]') from variants) as variants,
    (select coalesce(jsonb_agg(jsonb_build_array(id, state, quantity, unit_price,
      case when state = 'held' then round(extract(epoch from expires_at - now()) / 60) end)
      order by place), '[]') from holds) as lines,
    (select coalesce(jsonb_agg(jsonb_build_array(id, state, goods, shipping, refunded)
      order by number), '[]') from orders) as orders,
    array(select distinct n from (${untrue.join(" union all ")}) all_of_them) as numbers`;

export async function look(database: Database, variantIds: readonly string[]): Promise<Sight> {
  const [row] = await database.query<Omit<Sight, "untrue"> & { numbers: number[] }>(
    sight,
    [variantIds],
    { name: "sight" },
  );
  const { numbers, ...seen } = row!;
  return { ...seen, untrue: numbers.map((n) => asserted[n]!.sentence) };
}
