import { equal } from "node:assert/strict";
import type { SellersProduct } from "../../src/catalog/product_json.ts";
import type { Configuration } from "../../src/platform.ts";
import type { SellersShow } from "../../src/shows/show_json.ts";
import { type InShop, inShop } from "./in_shop.ts";
import { assertInvariants } from "./invariants.ts";
import type { Person } from "./person.ts";

/** A shop in this process whose seller sits at the desk. The scene is another seller's. */
export interface AtDesk extends InShop {
  readonly seller: Person;
  makeShow(wish?: object): Promise<SellersShow>;
  /** A product of two variants, unless the wish says otherwise. */
  makeProduct(wish?: object): Promise<SellersProduct>;
}

export const tomorrow = () => new Date(Date.now() + 24 * 3600 * 1000).toISOString();

/** States something about the desk; the shop is in order when it is over. */
export function atDesk(
  statement: string,
  body: (at: AtDesk) => Promise<void>,
  configuration: Partial<Configuration> = {},
): void {
  inShop(statement, { stock: [5] }, async (shop) => {
    const seller = await shop.app.signedIn({ role: "seller", name: "Haneul" });
    seller.cookies.set("locale", "en");
    await body({
      ...shop,
      seller,
      makeShow: (wish = {}) =>
        made(seller, "/api/desk/shows", { title: "Autumn live", startsAt: tomorrow(), ...wish }),
      makeProduct: (wish = {}) =>
        made(seller, "/api/desk/products", {
          name: "Maple knit",
          variants: [
            { colour: "Maple", size: "M", price: 5800, stock: 5 },
            { colour: "Maple", size: "L", price: 5800, stock: 2 },
          ],
          ...wish,
        }),
    });
    await assertInvariants(shop.database);
  }, configuration);
}

async function made<Made>(seller: Person, path: string, wish: object): Promise<Made> {
  const { status, body } = await seller.post<Made>(path, wish);
  equal(status, 201, JSON.stringify(body));
  return body;
}
