import { Refused } from "../../errors.ts";
import type { Database } from "../../platform.ts";

/** Which of these shops an order belongs to. @throws Refused NOT_YOURS when to none */
export async function shopOf(
  database: Database,
  shops: readonly string[],
  number: string,
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    "select seller_id as id from orders where number = $1 and seller_id = any ($2::uuid[])",
    [number, shops],
    { name: "shop_of_order" },
  );
  if (!row) throw new Refused({ code: "NOT_YOURS" });
  return row.id;
}
