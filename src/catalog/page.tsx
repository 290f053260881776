import type { Fault } from "../../views/kit/view.ts";
import { ProductPage } from "../../views/shop/product_page.tsx";
import { wishIn } from "../cart/wish.ts";
import { Refused } from "../errors.ts";
import type { Visit } from "../http/env.ts";
import { isUuid } from "../http/identity.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { viewOf } from "../http/view.ts";
import { readProduct } from "./read_product.ts";

/**
 * The page of a product, with the reason why a hold was refused where there is one.
 * @throws Refused NOT_YOURS when there is no such product to see
 */
export async function productPage(c: Visit, id: string, fault?: Fault): Promise<Response> {
  const { platform, glance } = c.var.shop;
  const offer = isUuid(id)
    ? await glance(`product ${id}`, () => readProduct(platform.database, id))
    : undefined;
  if (!offer) throw new Refused({ code: "NOT_YOURS" });
  return await page(c, {
    title: offer.name,
    description: offer.description.slice(0, 160) || undefined,
    status: statusOf(c, fault),
    body: (
      <ProductPage
        view={viewOf(c)}
        product={offer}
        description={offer.description}
        sellerName={offer.seller.name}
        show={offer.show ?? undefined}
        holdMinutes={offer.holdMinutes}
        fault={fault}
        wish={wishIn(c)}
      />
    ),
  });
}
