import type { Fault, View } from "../../views/kit/view.ts";
import { ProductPage } from "../../views/shop/product_page.tsx";
import { wishIn } from "../cart/wish.ts";
import { Refused } from "../errors.ts";
import type { Visit } from "../http/env.ts";
import { drawnOnce } from "../http/drawn.tsx";
import { isUuid } from "../http/identity.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { viewOf } from "../http/view.ts";
import type { Shop } from "../shop.ts";
import type { Offer } from "./offers.ts";
import { readProduct } from "./read_product.ts";

/**
 * The page of a product, with the reason why a hold was refused where there is one.
 * @throws Refused NOT_YOURS when there is no such product to see
 */
export async function productPage(c: Visit, id: string, fault?: Fault): Promise<Response> {
  const offer = await lookAtProduct(c.var.shop, id);
  const wish = wishIn(c);
  return await page(c, {
    title: offer.name,
    description: offer.description.slice(0, 160) || undefined,
    status: statusOf(c, fault),
    body: fault || wish
      ? <ProductPage {...propsOf(viewOf(c), offer)} fault={fault} wish={wish} />
      : await drawnOnce(
        c,
        `product ${id}`,
        async (view) => <ProductPage {...propsOf(view, await lookAtProduct(c.var.shop, id))} />,
      ),
  });
}

async function lookAtProduct({ platform, glance }: Shop, id: string): Promise<Offer> {
  const offer = isUuid(id)
    ? await glance(`product ${id}`, () => readProduct(platform.database, id))
    : undefined;
  if (!offer) throw new Refused({ code: "NOT_YOURS" });
  return offer;
}

function propsOf(view: View, { description, seller, show, holdMinutes, ...product }: Offer) {
  return {
    view,
    product,
    description,
    sellerName: seller.name,
    show: show ?? undefined,
    holdMinutes,
  };
}
