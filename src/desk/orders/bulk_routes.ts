import { Hono } from "hono";
import type { Outcome } from "../../errors.ts";
import type { Env } from "../../http/env.ts";
import { derivedIdentity } from "../../http/identity.ts";
import { selling } from "../../http/session.ts";
import { type PaymentMethod, stepOrders } from "../../orders/step.ts";
import type { Database } from "../../platform.ts";
import { post, queryOf } from "../post.ts";
import { PaymentsForm } from "./forms.ts";
import { orderListPage } from "./page.tsx";

/** Many orders at once, each on its own: one that has moved on stops none of the others. */
export const deskOrdersBulk = new Hono<Env>();

deskOrdersBulk.post("/desk/orders/payments", async function confirmMany(c) {
  const { id: personId, sellerId } = selling(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: PaymentsForm,
    act: async ({ numbers, from }, requestId): Promise<Outcome<{ next: string }>> => {
      const ways = await claimedWays(database, sellerId, numbers);
      const outcomes = await stepOrders(
        database,
        await Promise.all(
          [...new Set(numbers)].sort().map(async (number) => ({
            step: "payment" as const,
            method: ways.get(number) ?? "bank",
            number,
            personId,
            sellerId,
            requestId: await derivedIdentity(requestId, number),
          })),
        ),
      );
      const query = queryOf(from);
      const refused = outcomes.filter(({ refusal }) => refusal).length;
      query.set("confirmed", String(outcomes.length - refused));
      query.set("unconfirmed", String(refused));
      return { next: `/desk/orders?${query}` };
    },
    again: (fault) => orderListPage(c, { query: queryOf(fault.values?.from), fault }),
    next: ({ next }) => next,
  });
});

/** How the buyers say that they have sent the money, by order. */
async function claimedWays(database: Database, sellerId: string, numbers: readonly string[]) {
  const rows = await database.query<{ number: string; method: PaymentMethod }>(
    `select distinct on (o.number) o.number, c.method
     from orders o join payment_claims c on c.order_id = o.id
     where o.seller_id = $1 and o.number = any ($2::text[])
     order by o.number, c.created_at desc`,
    [sellerId, numbers],
    { name: "claimed_ways" },
  );
  return new Map(rows.map(({ number, method }) => [number, method]));
}
