import { Hono } from "hono";
import { deleteProducts } from "../../catalog/delete_products.ts";
import type { Outcome } from "../../errors.ts";
import type { Env } from "../../http/env.ts";
import { setSale } from "../../stock/set_sale.ts";
import { atDesk } from "../desk.ts";
import { post, queryOf } from "../post.ts";
import { BulkForm } from "./forms.ts";
import { productListPage } from "./page.tsx";

/** Many products at once, all of them or none. */
export const deskProductsBulk = new Hono<Env>();

const done = { soldOut: "soldOut", available: "available", delete: "deleted" } as const;

deskProductsBulk.post("/desk/products/changes", async function changeMany(c) {
  const { personId, sellerId } = await atDesk(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: BulkForm,
    act: async ({ act, ids, from }, requestId): Promise<Outcome<{ next: string }>> => {
      const asked = { personId, sellerId, requestId };
      const productIds = [...new Set(ids)].sort();
      const outcome = act === "delete"
        ? await deleteProducts(database, asked, productIds)
        : await setSale(database, { ...asked, productIds, onSale: act === "available" });
      if (outcome.refusal) return outcome;
      const query = queryOf(from);
      query.set("done", done[act]);
      return { next: `/desk/products?${query}` };
    },
    again: (fault) => productListPage(c, { query: queryOf(fault.values?.from), fault }),
    next: ({ next }) => next,
  });
});
