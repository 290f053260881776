import type { Database } from "../platform.ts";
import { type Offer, offersWhere } from "./offers.ts";

/** One product, unless there is none that the public may see. */
export async function readProduct(database: Database, id: string): Promise<Offer | undefined> {
  const [offer] = await database.query<Offer>(offersWhere("p.id = $1"), [id], {
    name: "read_product",
  });
  return offer;
}
