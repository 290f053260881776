import type { SellersProduct } from "../../src/catalog/product_json.ts";
import { orderOne } from "./checkout.ts";
import type { AtDesk } from "./desk.ts";
import type { Person } from "./person.ts";

/** An order as the desk's API tells it. */
export interface OrderJson {
  number: string;
  state: string;
  goods: number;
  shipping: number;
  total: number;
  refunded: number;
  buyer: string;
  address: { name: string } | null;
  lines: { id: string; quantity: number; refunded: number }[];
  parcel: { carrier: string; tracking: string } | null;
}

export const pathOf = (number: string) => `/api/desk/orders/${number}`;

export interface Sale {
  readonly product: SellersProduct;
  readonly buyer: Person;
  readonly number: string;
}

/** Somebody orders units of the seller's first variant, of which there are five. */
export async function sell({ app, makeProduct }: AtDesk, quantity = 2): Promise<Sale> {
  const product = await makeProduct();
  const buyer = await app.signedIn({ name: "Mina" });
  return { product, buyer, number: await orderOne(buyer, product.variants[0]!.id, quantity) };
}

export async function read({ seller }: AtDesk, number: string): Promise<OrderJson> {
  return (await seller.get<OrderJson>(pathOf(number))).body;
}

export async function units({ seller }: AtDesk, { product }: Sale) {
  const { body } = await seller.get<SellersProduct>(`/api/desk/products/${product.id}`);
  const { available, sold } = body.variants[0]!;
  return { available, sold };
}
