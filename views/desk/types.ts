import type { Currency, PictureFile } from "../kit/view.ts";
import type { Address, OrderState, ShowState, Signal } from "../shop/types.ts";

/** Something with a name that a form can choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** A stored picture with its id. */
export interface StoredPicture extends PictureFile {
  readonly id: string;
}

/** A line of the list of shows. Moments are ISO 8601. */
export interface ShowLine {
  readonly id: string;
  readonly title: string;
  readonly state: ShowState;
  readonly startsAt: string;
  readonly picture: PictureFile | null;
  readonly products: number;
  /** Not cancelled. */
  readonly orders: number;
}

export interface DeskShow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly state: ShowState;
  readonly startsAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly freeShipping: "never" | "always" | "threshold";
  /** Minor units. */
  readonly freeShippingFrom: number;
  readonly featuredProductId: string | null;
  readonly notice: string;
  /** The most people who watched at once while it was on air. */
  readonly viewersPeak: number;
  readonly signal: Signal;
  /** How often its picture came. */
  readonly turn: number;
  readonly picture: StoredPicture | null;
}

/** A product as the desk of its show sees it. */
export interface ShowProduct {
  readonly id: string;
  readonly name: string;
  readonly picture: PictureFile | null;
  /** The lowest price of its options, minor units; null when all are hidden. */
  readonly price: number | null;
  /** Units over all options. */
  readonly available: number;
  readonly held: number;
  readonly sold: number;
}

/** Where shoppers find a product now. */
export type Place = "show" | "store" | "later" | "over" | "nowhere";

export interface ProductLine extends ShowProduct {
  readonly showTitle: string | null;
  /** Units that were set aside when it was marked sold out. */
  readonly setAside: number;
  readonly place: Place;
}

export interface DeskVariant {
  readonly id: string;
  readonly colour: string;
  readonly size: string;
  readonly label: string;
  /** Minor units. */
  readonly price: number;
  readonly hidden: boolean;
  readonly available: number;
  readonly held: number;
  readonly sold: number;
  readonly setAside: number;
  /** People in line. */
  readonly waiting: number;
}

export interface DeskProduct {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly showId: string | null;
  /** Minor units. */
  readonly originalPrice: number | null;
  readonly newBadge: boolean;
  readonly inStore: boolean;
  /** ISO 8601, as is `visibleUntil`. */
  readonly visibleFrom: string | null;
  readonly visibleUntil: string | null;
  readonly holdMinutes: number | null;
  readonly place: Place;
  readonly pictures: readonly StoredPicture[];
  readonly variants: readonly DeskVariant[];
}

/** A line of the list of orders. */
export interface OrderSummary {
  readonly number: string;
  readonly state: OrderState;
  readonly currency: Currency;
  /** Minor units. */
  readonly total: number;
  readonly buyer: string;
  readonly depositorName: string;
  /** ISO 8601. */
  readonly placedAt: string;
  /** The first line and how many more there are. */
  readonly firstLine: string;
  readonly moreLines: number;
  /** The buyer says that the money is sent. */
  readonly claimed: boolean;
}

export interface DeskOrderLine {
  readonly id: string;
  readonly productId: string;
  readonly name: string;
  readonly options: string;
  readonly picture: PictureFile | null;
  /** Minor units of one. */
  readonly unitPrice: number;
  readonly quantity: number;
  /** Units of it that were refunded. */
  readonly refunded: number;
}

export interface DeskClaim {
  readonly method: "bank" | "zelle" | "venmo";
  readonly note: string;
  readonly picture: PictureFile | null;
  /** ISO 8601. */
  readonly at: string;
}

/** Something that happened to an order. */
export interface OrderEvent {
  readonly what:
    | "placed"
    | "reminded"
    | "paid"
    | "shipped"
    | "delivered"
    | "cancelled"
    | "refunded";
  /** ISO 8601. */
  readonly at: string;
  /** Minor units, of a payment or a refund. */
  readonly amount?: number;
  /** A reason, as it was typed. */
  readonly note?: string;
  readonly by?: "shopper" | "seller" | "time";
}

export interface DeskOrder {
  readonly number: string;
  readonly state: OrderState;
  readonly currency: Currency;
  /** Minor units, as are shipping and refunded. */
  readonly goods: number;
  readonly shipping: number;
  readonly refunded: number;
  readonly buyer: string;
  readonly depositorName: string;
  /** Moments are ISO 8601. */
  readonly placedAt: string;
  readonly dueAt: string;
  readonly remindedAt: string | null;
  readonly lines: readonly DeskOrderLine[];
  /** Newest first. */
  readonly claims: readonly DeskClaim[];
  readonly parcel: {
    readonly carrier: string;
    readonly tracking: string;
    readonly shippedAt: string;
  } | null;
  readonly address: Address | null;
  readonly phone: string | null;
  /** Oldest first. */
  readonly events: readonly OrderEvent[];
}
