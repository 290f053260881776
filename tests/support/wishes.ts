import { uuidv7 } from "uuidv7";
import type { PlaceRequest } from "../../src/orders/place_order.ts";
import type { Database } from "../../src/platform.ts";
import type { HoldRequest } from "../../src/stock/mod.ts";

/** A wish to hold one unit, under identities of its own. */
export function wish(
  personId: string,
  variantId: string,
  more: Partial<HoldRequest> = {},
): HoldRequest {
  return {
    personId,
    variantId,
    requestId: uuidv7(),
    holdId: uuidv7(),
    quantity: 1,
    waitlist: false,
    ...more,
  };
}

/** A wish to order held lines, under identities of its own. */
export function purchase(
  personId: string,
  holdIds: readonly string[],
  more: Partial<PlaceRequest> = {},
): PlaceRequest {
  return {
    personId,
    holdIds,
    requestId: uuidv7(),
    orderIds: holdIds.map(() => uuidv7()),
    addressId: uuidv7(),
    address: "sealed",
    country: "KR",
    region: "",
    depositorName: "Kim",
    zone: "Asia/Seoul",
    ...more,
  };
}

/** A variant's units. */
export interface Figures {
  readonly stock: number;
  readonly available: number;
  readonly held: number;
  readonly sold: number;
}

export async function figures(database: Database, variantId: string): Promise<Figures> {
  const [row] = await database.query<Figures>(
    "select stock, available, held, sold from variants where id = $1",
    [variantId],
  );
  return row!;
}

/** Changes columns of one row past every rule, as time and other people would. */
export async function alter(
  database: Database,
  table: "people" | "sellers" | "shows" | "products" | "variants",
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const sets = Object.keys(columns).map((name, at) => `${name} = $${at + 2}`);
  await database.query(`update ${table} set ${sets} where id = $1`, [
    id,
    ...Object.values(columns),
  ]);
}
