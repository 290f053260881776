import type { Message } from "../../../../views/shop/types.ts";
import type { Offer } from "../../../../src/catalog/offers.ts";
import type { ShowNow } from "../../../../src/shows/read_show.ts";
import type { Show } from "../../../../src/shows/shows.ts";

/** A show on air since yesterday, with two products and one message. */
export function showNow(
  change: {
    show?: Partial<Show>;
    offers?: readonly Offer[];
    messages?: readonly Message[];
  } = {},
): ShowNow {
  return {
    offers: change.offers ?? [offer("a"), offer("b")],
    messages: change.messages ?? [message("1")],
    show: {
      id: "show",
      title: "Show",
      description: "",
      state: "live",
      startsAt: "2026-11-20T00:00:00.000Z",
      startedAt: "2026-11-20T00:00:00.000Z",
      endedAt: null,
      picture: null,
      seller: { id: "seller", name: "Maru" },
      currency: "USD",
      freeShipping: "never",
      freeShippingFrom: 0,
      featuredProductId: null,
      notice: "",
      pinned: null,
      slowModeSeconds: 0,
      products: 2,
      ...change.show,
    },
  };
}

export function offer(id: string, available = 9): Offer {
  return {
    id,
    name: `Product ${id}`,
    description: "",
    position: 0,
    createdAt: "2026-11-20T00:00:00.000Z",
    inStore: true,
    currency: "USD",
    isNew: false,
    pictures: [],
    variants: [{ id: `v${id}`, colour: "", size: "", label: "", price: 1000, available }],
    unitsMost: 10,
    onSale: true,
    holdMinutes: 10,
    seller: { id: "seller", name: "Maru" },
    show: { id: "show", title: "Show", state: "live" },
  };
}

export function message(id: string, text = "hello"): Message {
  return {
    id,
    n: 1,
    kind: "said",
    name: "Kim",
    text,
    at: "2026-11-21T00:00:00.000Z",
    fromSeller: false,
  };
}
