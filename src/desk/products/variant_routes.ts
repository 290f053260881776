import { Hono } from "hono";
import { uuidv7 } from "uuidv7";
import { changeVariant } from "../../catalog/change_variant.ts";
import { Refused } from "../../errors.ts";
import type { Env, Visit } from "../../http/env.ts";
import { changeStock } from "../../stock/mod.ts";
import { atDesk, type Desk, idIn } from "../desk.ts";
import { post } from "../post.ts";
import { productForms, StockForm } from "./forms.ts";
import { productPage } from "./page.tsx";
import { on } from "./routes.ts";

/** The variants of products, one by one. */
export const deskVariants = new Hono<Env>();

deskVariants.post("/desk/variants/:id", async function changeOption(c) {
  const desk = await atDesk(c);
  const { database, configuration } = c.var.shop.platform;
  const id = idIn(c);
  const productId = await productOf(c, desk, id);
  return await post(c, {
    schema: productForms(configuration.timeZone, desk.currency).variant,
    act: (change, requestId) => changeVariant(database, { ...desk, requestId }, id, change),
    again: (fault) => productPage(c, on(`variant-${id}`, fault), productId),
    next: () => `/desk/products/${productId}?done=saved#variant-${id}`,
  });
});

deskVariants.post("/desk/variants/:id/stock-changes", async function restock(c) {
  const desk = await atDesk(c);
  const { personId, sellerId } = desk;
  const variantId = idIn(c);
  const productId = await productOf(c, desk, variantId);
  return await post(c, {
    schema: StockForm,
    act: async (change, requestId) => {
      const [outcome] = await changeStock(c.var.shop.platform.database, [
        { personId, sellerId, requestId, id: uuidv7(), variantId, ...change },
      ]);
      return outcome!;
    },
    again: (fault) => productPage(c, on(`variant-${variantId}`, fault), productId),
    next: () => `/desk/products/${productId}#variant-${variantId}`,
  });
});

/** The product that the form of a variant stands on. @throws Refused NOT_YOURS */
async function productOf(c: Visit, { sellerId }: Desk, variantId: string): Promise<string> {
  const [row] = await c.var.shop.platform.database.query<{ id: string }>(
    `select p.id from variants v join products p on p.id = v.product_id
     where v.id = $1 and p.seller_id = $2 and p.deleted_at is null`,
    [variantId, sellerId],
    { name: "product_of_variant" },
  );
  if (!row) throw new Refused({ code: "NOT_YOURS" });
  return row.id;
}
