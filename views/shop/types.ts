import type { Currency, Money, PictureFile } from "../kit/view.ts";

export type ShowState = "scheduled" | "live" | "ended" | "cancelled";

/** A show's picture as the shop knows it. One that is lost is waited for a while. */
export type Signal = "none" | "on" | "lost";

export interface ShowCard {
  readonly id: string;
  readonly title: string;
  readonly state: ShowState;
  readonly sellerName: string;
  readonly picture?: PictureFile | null;
  /** ISO 8601. */
  readonly startsAt: string;
  readonly products: number;
  /** People watching now. */
  readonly viewers?: number;
}

/** Where the moving picture of a show can be had, and how it stands with it. */
export interface Feed {
  /** Addresses of HTTP-FLV and of an HLS playlist. */
  readonly flv: string;
  readonly hls: string;
  readonly signal: "none" | "on" | "lost";
  /** Counts how often the signal came. */
  readonly turn: number;
  /** How many viewers are to tell how playing goes: of more, a share. */
  readonly sampled: number;
}

export interface ProductCard {
  readonly id: string;
  readonly name: string;
  /** The lowest of its options. */
  readonly price: Money;
  /** Its options differ in price. */
  readonly priceFrom: boolean;
  readonly before?: Money | null;
  readonly isNew: boolean;
  /** Units of all its options together. */
  readonly available: number;
  readonly picture?: PictureFile | null;
  readonly sellerName?: string;
  /** It is on a show that is on air. */
  readonly live?: boolean;
}

/** A variant on offer; hidden ones are left out. Empty options are empty text. */
export interface VariantOffer {
  readonly id: string;
  readonly colour: string;
  readonly size: string;
  readonly label: string;
  /** Minor units of the product's currency. */
  readonly price: number;
  readonly available: number;
}

export interface ProductOffer {
  readonly id: string;
  readonly name: string;
  readonly currency: Currency;
  /** Price before the discount, for display, minor units. */
  readonly originalPrice?: number | null;
  readonly isNew: boolean;
  readonly pictures: readonly PictureFile[];
  readonly variants: readonly VariantOffer[];
  /** Most units of a variant for one shopper. */
  readonly unitsMost: number;
  /** It can be held now. Not before its show starts, nor after when it stays out of the store. */
  readonly onSale: boolean;
}

export interface Message {
  readonly id: string;
  /** Its place: of two messages the later one has the greater. */
  readonly n: number;
  readonly name: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  /** The shop itself speaks. */
  readonly fromSeller: boolean;
  /** An announcement stands out among what is said. */
  readonly kind: "said" | "announced";
  /** Waits for a moderator; nobody but those and its author sees it. */
  readonly heldBack?: boolean;
  /** A moderator took it away: its text is not sent to anybody. */
  readonly deleted?: boolean;
}

export type OrderState =
  | "awaiting_payment"
  | "paid"
  | "shipped"
  | "delivered"
  | "cancelled"
  | "refunded";

export interface Address {
  readonly country: "US" | "KR";
  /** Who receives it. */
  readonly name: string;
  readonly line1: string;
  readonly line2?: string;
  /** US only, as is the state. */
  readonly city?: string;
  /** Two letters. */
  readonly state?: string;
  readonly postalCode: string;
}
