import { equal } from "node:assert/strict";
import type { SellersProduct } from "../../src/catalog/product_json.ts";
import type { SellersShow } from "../../src/shows/show_json.ts";
import { Person } from "../support/person.ts";
import type { OpenShop } from "./combination.ts";
import { type Line, standInLine } from "./line.ts";

const day_ms = 24 * 3600 * 1000;

/** A seller's show on air with goods in it: what a promise is kept on. All of it is made from outside. */
export interface Market {
  readonly shop: OpenShop;
  readonly origin: string;
  readonly seller: Person;
  /** A show of the promise's own, on air. */
  makeShow(): Promise<string>;
  /** A product in a show. @param wish beside its name */
  makeProduct(showId: string, wish?: object): Promise<SellersProduct>;
  /** Who waits for what was held as the market opened. */
  readonly line: Promise<Line>;
}

export async function openMarket(shop: OpenShop): Promise<Market> {
  const { origin } = shop;
  const seller = await Person.signedIn(origin, { role: "seller", name: "Haneul" });
  const market = {
    shop,
    origin,
    seller,
    async makeShow() {
      const startsAt = new Date(Date.now() + day_ms).toISOString();
      const show = { title: "Autumn live", startsAt };
      const { id } = await made<SellersShow>(seller, "/api/desk/shows", show);
      equal((await seller.post(`/api/desk/shows/${id}/airing`)).status, 200);
      return id;
    },
    makeProduct: (showId: string, wish = {}) =>
      made<SellersProduct>(seller, "/api/desk/products", {
        name: "Maple knit",
        showId,
        variants: [{ colour: "Maple", size: "M", price: 5800, stock: 20 }],
        ...wish,
      }),
  };
  const line = standInLine(market);
  line.catch(() => {});
  return { ...market, line };
}

async function made<Made>(seller: Person, path: string, wish: object): Promise<Made> {
  const { status, body } = await seller.post<Made>(path, wish);
  equal(status, 201, JSON.stringify(body));
  return body;
}

/** Units of the first variant, as the seller sees them. */
export async function unitsOf({ seller }: Pick<Market, "seller">, productId: string) {
  const { body } = await seller.get<SellersProduct>(`/api/desk/products/${productId}`);
  const { available, held, sold } = body.variants[0]!;
  return { available, held, sold };
}
