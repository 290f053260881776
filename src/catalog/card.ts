import type { ProductCard } from "../../views/shop/types.ts";
import { asking } from "../../views/shop/options.ts";
import type { Offer } from "./offers.ts";

/** An offer as it stands in a grid. */
export function cardOf(offer: Offer): ProductCard {
  const { money, before, from, available } = asking(offer);
  return {
    id: offer.id,
    name: offer.name,
    price: money,
    priceFrom: from,
    before,
    isNew: offer.isNew,
    available,
    picture: offer.pictures[0],
    sellerName: offer.seller.name,
    live: offer.show?.state === "live",
  };
}
